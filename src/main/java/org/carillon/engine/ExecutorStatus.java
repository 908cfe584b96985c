package org.carillon.engine;

/**
 * An executor as it stands now. A snapshot.
 *
 * @param size    how many runs may go on in it at once
 * @param running how many do
 * @param queued  how many wait for it
 */
public record ExecutorStatus(String name, int size, int running, int queued) {}
