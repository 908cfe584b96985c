package org.carillon.job;

/**
 * What was run, where and in which environment, so that two runs can be compared. Each part is null where the action has none or
 * it is not known.
 *
 * @param command     the command as a person would type it
 * @param directory   the working directory
 * @param environment a hash of all variables: two runs of the same job store with the same hash had the same environment; what is
 *                    in it cannot be found out from the hash
 */
public record Circumstances(String command, String directory, String environment) {}
