package org.carillon.job;

import java.time.Instant;
import java.util.Objects;

/**
 * When a job was saved, and by whom.
 *
 * @param user   the operating-system user
 * @param origin from where
 */
public record Saved(Instant at, String user, Origin origin) {
    public Saved {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(origin, "origin");
    }
}
