package org.carillon.ui.runs;

import java.util.Set;

/**
 * A job to filter runs by.
 *
 * @param id   null for all jobs
 * @param name as people call it
 * @param tags its tags
 */
public record JobChoice(String id, String name, Set<String> tags) {}
