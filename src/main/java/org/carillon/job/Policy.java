package org.carillon.job;

import java.time.Duration;
import java.util.Objects;
import org.carillon.message.Message;

/**
 * How a job is run. See the format {@code carillon/1} for the meaning and the default of each part. No duration is longer than
 * {@link #LONGEST}.
 *
 * @param timeout         how long one attempt may take, null for no limit
 * @param killGrace       how long a stopped process may take to end by itself before it is killed
 * @param retry           whether a failed run is tried again
 * @param maxInstances    how many runs of the job may go on at once, at least 1
 * @param overlap         what happens when that many are going on
 * @param misfireGrace    how late an occurrence may still start, null for however late
 * @param catchUp         what becomes of missed occurrences
 * @param onInterrupted   what becomes of a run that was cut off
 * @param jitter          an occurrence starts up to this much later, at random
 * @param priority        1 (first) to 10; among runs that are due at once
 * @param maxRuns         how many planned runs the job may have in all, null for no limit
 * @param removeWhenDone  whether the job is removed when it cannot run again
 * @param keepRuns        how many runs and logs are kept, null for what the settings say
 * @param keepFor         how long runs and logs are kept, null for what the settings say
 * @param notices         when somebody is told of its runs, null for what the settings say
 * @param keepAwake       whether the machine is kept from falling asleep by itself while the job runs
 * @param keepMegabytes   how much its logs may hold (MiB) before the oldest of them go, null for what the settings say
 * @param orphans         what becomes of processes that it has left when its scheduler died
 */
public record Policy(
        Duration timeout,
        Duration killGrace,
        Retry retry,
        int maxInstances,
        Overlap overlap,
        Duration misfireGrace,
        CatchUp catchUp,
        OnInterrupted onInterrupted,
        Duration jitter,
        int priority,
        Long maxRuns,
        boolean removeWhenDone,
        Integer keepRuns,
        Duration keepFor,
        NotifyRule notices,
        boolean keepAwake,
        Integer keepMegabytes,
        OnOrphans orphans) {

    /** A hundred years: so short that any time plus or minus it is still a time, and that it can be counted in nanoseconds. */
    public static final Duration LONGEST = Durations.LONGEST;

    public static final Policy DEFAULT = new Policy(
            null, Duration.ofSeconds(10), Retry.NONE, 1, Overlap.SKIP, null, CatchUp.ONCE, OnInterrupted.LEAVE,
            Duration.ZERO, 5, null, false, null, null);

    /** One that tells of its runs and keeps of its logs what the settings say, lets the machine sleep, and has its orphans ended. */
    public Policy(Duration timeout, Duration killGrace, Retry retry, int maxInstances, Overlap overlap, Duration misfireGrace, CatchUp catchUp,
            OnInterrupted onInterrupted, Duration jitter, int priority, Long maxRuns, boolean removeWhenDone, Integer keepRuns, Duration keepFor) {
        this(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter, priority, maxRuns,
                removeWhenDone, keepRuns, keepFor, null, false, null, OnOrphans.END);
    }

    public Policy {
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(overlap, "overlap");
        Objects.requireNonNull(catchUp, "catchUp");
        Objects.requireNonNull(onInterrupted, "onInterrupted");
        Objects.requireNonNull(orphans, "orphans");
        check(timeout == null || isPositive(timeout), "timeout");
        check(!killGrace.isNegative(), "killGrace");
        check(maxInstances >= 1, "maxInstances");
        check(misfireGrace == null || !misfireGrace.isNegative(), "misfireGrace");
        check(!jitter.isNegative(), "jitter");
        check(priority >= 1 && priority <= 10, "priority");
        check(maxRuns == null || maxRuns >= 1, "maxRuns");
        check(keepRuns == null || keepRuns >= 1, "keepRuns");
        check(keepFor == null || isPositive(keepFor), "keepFor");
        check(keepMegabytes == null || keepMegabytes >= 1, "keepMegabytes");
        Durations.checkLength("timeout", timeout);
        Durations.checkLength("killGrace", killGrace);
        Durations.checkLength("misfireGrace", misfireGrace);
        Durations.checkLength("jitter", jitter);
        Durations.checkLength("keepFor", keepFor);
    }

    public Policy withTimeout(Duration value) {
        return new Policy(value, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withKillGrace(Duration value) {
        return new Policy(timeout, value, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withRetry(Retry value) {
        return new Policy(timeout, killGrace, value, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withMaxInstances(int value) {
        return new Policy(timeout, killGrace, retry, value, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withOverlap(Overlap value) {
        return new Policy(timeout, killGrace, retry, maxInstances, value, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withMisfireGrace(Duration value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, value, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withCatchUp(CatchUp value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, value, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withOnInterrupted(OnInterrupted value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, value, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withJitter(Duration value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, value,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withPriority(int value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                value, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withMaxRuns(Long value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, value, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    public Policy withRemoveWhenDone(boolean value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, value, keepRuns, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    /** @param value null for what the settings say */
    public Policy withKeepRuns(Integer value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, value, keepFor, notices, keepAwake, keepMegabytes, orphans);
    }

    /** @param value null for what the settings say */
    public Policy withKeepFor(Duration value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, value, notices, keepAwake, keepMegabytes, orphans);
    }

    /** @param value null for what the settings say */
    public Policy withNotices(NotifyRule value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, value, keepAwake, keepMegabytes, orphans);
    }

    public Policy withKeepAwake(boolean value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, value, keepMegabytes, orphans);
    }

    /** @param value null for what the settings say */
    public Policy withKeepMegabytes(Integer value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, value, orphans);
    }

    public Policy withOrphans(OnOrphans value) {
        return new Policy(timeout, killGrace, retry, maxInstances, overlap, misfireGrace, catchUp, onInterrupted, jitter,
                priority, maxRuns, removeWhenDone, keepRuns, keepFor, notices, keepAwake, keepMegabytes, value);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void check(boolean holds, String key) {
        if (!holds) {
            throw new FormatException(key, Message.of("job.policy.invalid." + key));
        }
    }
}
