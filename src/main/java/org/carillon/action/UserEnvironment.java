package org.carillon.action;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environment that jobs start with, on top of which each puts its own variables: this program's own, or the one that the user
 * has in a terminal. A program that is started from a menu or by the system knows little of what the user's shell sets up; so the
 * login shell is run once and asked for its variables, and asked again on {@link #refresh()}. Thread-safe.
 */
public final class UserEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(UserEnvironment.class);

    private final Supplier<ImportedEnvironment> source;
    /** Null until somebody asks. */
    private CompletableFuture<ImportedEnvironment> first;
    private volatile ImportedEnvironment latest;

    UserEnvironment(Supplier<ImportedEnvironment> source) {
        this.source = source;
    }

    /** This program's own environment. */
    public static UserEnvironment ofProcess() {
        UserEnvironment own = new UserEnvironment(() -> new ImportedEnvironment(System.getenv(), null));
        own.refresh();
        return own;
    }

    /**
     * That of the user's login shell, imported when it is first needed; this program's own where there is no such shell, or where
     * it does not answer in time.
     *
     * @param limit how long the shell may take
     */
    public static UserEnvironment ofLoginShell(Duration limit) {
        return new UserEnvironment(() -> LoginShell.ofUser(System.getenv(), limit).environment());
    }

    /** Begins to import it, if nobody has yet; returns at once. */
    public void prepare() {
        begin();
    }

    /** As it was last imported; empty as long as it has not been. */
    public Optional<ImportedEnvironment> latest() {
        return Optional.ofNullable(latest);
    }

    /** Imports it anew; returns when that is done. Runs that start from then on have it. */
    public ImportedEnvironment refresh() {
        ImportedEnvironment fresh = read();
        synchronized (this) {
            if (first == null) {
                first = CompletableFuture.completedFuture(fresh);
            }
        }
        return fresh;
    }

    /** As it was last imported; waits for the first time. */
    Map<String, String> variables() {
        CompletableFuture<ImportedEnvironment> imported = begin();
        return (latest == null ? imported.join() : latest).variables();
    }

    private synchronized CompletableFuture<ImportedEnvironment> begin() {
        if (first == null) {
            CompletableFuture<ImportedEnvironment> begun = new CompletableFuture<>();
            first = begun;
            Thread.ofPlatform().daemon().name("carillon-environment").start(() -> {
                try {
                    begun.complete(read());
                } finally {
                    begun.completeExceptionally(new IllegalStateException("The environment could not be imported"));
                }
            });
        }
        return first;
    }

    /** Whoever waits for it gets one in any case. */
    private ImportedEnvironment imported() {
        try {
            return source.get();
        } catch (RuntimeException e) {
            LOG.error("The environment could not be imported", e);
            return new ImportedEnvironment(System.getenv(), Message.of("action.environment.failed", String.valueOf(System.getenv("SHELL")), e.toString()));
        }
    }

    private ImportedEnvironment read() {
        ImportedEnvironment read = imported();
        if (read.problem() != null) {
            LOG.warn("{}", read.problem());
        }
        latest = read;
        return read;
    }
}
