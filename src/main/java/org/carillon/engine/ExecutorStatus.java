package org.carillon.engine;

import java.util.Objects;
import org.carillon.job.ExecutorSpec;

/**
 * An executor as it stands now. A snapshot.
 *
 * @param spec    what it is to be
 * @param running how many runs go on in it; more than its size only just after that was made smaller
 * @param queued  how many wait for it, or for a place of their job to begin to
 */
public record ExecutorStatus(ExecutorSpec spec, int running, int queued) {
    public ExecutorStatus {
        Objects.requireNonNull(spec, "spec");
    }

    public String name() {
        return spec.name();
    }

    /** How many runs may go on in it at once. */
    public int size() {
        return spec.size();
    }
}
