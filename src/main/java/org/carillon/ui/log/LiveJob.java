package org.carillon.ui.log;

import java.util.Set;

/**
 * A job whose lines can be shown alone.
 *
 * @param id   null for all jobs
 * @param name as people call it
 */
public record LiveJob(String id, String name, Set<String> tags) {}
