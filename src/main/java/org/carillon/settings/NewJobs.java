package org.carillon.settings;

import java.time.ZoneId;
import java.util.Objects;
import org.carillon.job.Policy;

/**
 * What the form for a new job begins with.
 *
 * @param zone   in which it is planned, null for the machine's
 * @param policy how it is run
 */
public record NewJobs(ZoneId zone, Policy policy) {
    public static final NewJobs USUAL = new NewJobs(null, Policy.DEFAULT);

    public NewJobs {
        Objects.requireNonNull(policy, "policy");
    }
}
