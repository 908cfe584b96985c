package org.carillon.job;

/**
 * A job as it was saved once.
 *
 * @param number from 1 on, in the order in which they were saved; a number stands for the same version for ever
 * @param saved  when and by whom; null for what was saved before that was written down
 * @param job    the job as it was; null if this program cannot read it
 */
public record JobVersion(int number, Saved saved, Job job) {
    /** So many versions of a job are kept, with the one that it is now. */
    public static final int KEPT = 50;
}
