package org.carillon.ui.jobs;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.job.Job;

/**
 * What becomes of the tags of several jobs; those that only some of them have stay as they are.
 *
 * @param added   that all of them get
 * @param removed that none of them keeps
 */
record TagChange(Set<String> added, Set<String> removed) {
    /** The tags that all these jobs have, as a person writes them. */
    static String common(List<Job> jobs) {
        return String.join(", ", shared(jobs));
    }

    /** @param text what a person has made of {@link #common} */
    static TagChange of(List<Job> jobs, String text) {
        Set<String> before = shared(jobs);
        Set<String> now = Arrays.stream(text.split("[,，、]")).map(String::strip).filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new TagChange(without(now, before), without(before, now));
    }

    boolean isNothing() {
        return added.isEmpty() && removed.isEmpty();
    }

    Job on(Job job) {
        Set<String> tags = without(job.tags(), removed);
        tags.addAll(added);
        return job.withTags(tags);
    }

    private static Set<String> shared(List<Job> jobs) {
        Iterator<Job> all = jobs.iterator();
        Set<String> tags = all.hasNext() ? new LinkedHashSet<>(all.next().tags()) : new LinkedHashSet<>();
        all.forEachRemaining(job -> tags.retainAll(job.tags()));
        return tags;
    }

    private static Set<String> without(Collection<String> tags, Set<String> others) {
        return tags.stream().filter(tag -> !others.contains(tag)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
