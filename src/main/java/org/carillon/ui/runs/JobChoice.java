package org.carillon.ui.runs;

/**
 * A job to filter runs by.
 *
 * @param id   null for all jobs
 * @param name as people call it
 */
public record JobChoice(String id, String name) {}
