package org.carillon.action;

import java.nio.file.Path;
import java.time.Duration;

/** Environments of other shells than the user's own, for tests in other packages. */
public final class UserEnvironments {
    private UserEnvironments() {}

    public static UserEnvironment ofShell(Path shell, Duration limit) {
        return new UserEnvironment(() -> new LoginShell(System.getenv(), shell, limit).environment());
    }
}
