package org.carillon.engine;

import java.util.Locale;
import org.carillon.job.Job;

/**
 * Which jobs are wanted. What is null is of no matter; a broken job has nothing but its id.
 *
 * @param words   a part of the id or, whether in capitals or not, of the name
 * @param enabled whether those that run, or those that are paused
 */
public record JobFilter(String words, String group, String tag, Boolean enabled) {
    public static final JobFilter ALL = new JobFilter(null, null, null, null);

    public JobFilter {
        words = words == null ? null : plain(words);
    }

    /** As names are compared. */
    static String plain(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** @param name the job's, {@linkplain #plain plain}; null for a broken one, and where there are no words to look for */
    boolean wants(String id, Job job, String name) {
        return (words == null || id.contains(words) || name != null && name.contains(words))
                && (group == null || job != null && job.group().equals(group))
                && (tag == null || job != null && job.tags().contains(tag))
                && (enabled == null || job != null && job.enabled() == enabled);
    }
}
