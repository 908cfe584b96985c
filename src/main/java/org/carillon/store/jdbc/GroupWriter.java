package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.StoreException;

/**
 * The one thread that writes. It takes all lists that wait, does them in one transaction and syncs once, so that many small
 * commits cost little more than one. Callers wait without being able to be interrupted: a commit is never half a commit.
 */
final class GroupWriter implements AutoCloseable {
    private record Request(List<Change> changes, CompletableFuture<Void> done) {}

    /** So that the first of a flood of commits does not wait for the last. */
    private static final int MOST_LISTS = 1_000;
    private static final Request STOP = new Request(List.of(), new CompletableFuture<>());

    private final Database database;
    private final Runnable onFailure;
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private Connection connection;
    private ChangeStatements statements;

    /**
     * @param first     its first connection
     * @param onFailure is called after a failure that made the database forget what was not on disk
     */
    GroupWriter(Database database, Connection first, Runnable onFailure) throws SQLException {
        this.database = database;
        use(first);
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().daemon().name("carillon-store-writer").start(this::run);
    }

    /** Returns once the changes are on disk. */
    void commit(List<Change> changes) {
        Request request = new Request(List.copyOf(changes), new CompletableFuture<>());
        waiting.add(request);
        if (closed && waiting.remove(request)) {
            throw closedException();
        }
        try {
            request.done.join();
        } catch (CompletionException e) {
            throw own(e.getCause());
        }
    }

    /** The failure with the caller's stack trace: the writer's own says nothing about who asked. */
    private static RuntimeException own(Throwable failure) {
        return switch (failure) {
            case ConflictException conflict -> new ConflictException(conflict.explanation(), conflict);
            case StoreException store -> new StoreException(store.explanation(), store);
            default -> new IllegalStateException("The store's writer failed", failure);
        };
    }

    private void run() {
        try {
            for (List<Request> group = next(); !group.isEmpty(); group = next()) {
                try {
                    write(group);
                } catch (RuntimeException e) {
                    giveUp(group, e);
                }
            }
        } finally {
            closed = true;
            List<Request> late = new ArrayList<>();
            waiting.drainTo(late);
            late.forEach(request -> request.done.completeExceptionally(closedException()));
            if (connection != null) {
                Connections.closeQuietly(connection, null);
            }
        }
    }

    /** Waits for the next lists; empty when it is time to stop. */
    private List<Request> next() {
        List<Request> group = new ArrayList<>();
        try {
            group.add(waiting.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody may interrupt the store's writer", e);
        }
        waiting.drainTo(group, MOST_LISTS - 1);
        int stop = group.indexOf(STOP);
        if (stop >= 0) {
            waiting.addAll(group.subList(stop + 1, group.size()));
            if (stop > 0) {
                waiting.add(STOP);
            }
            return group.subList(0, stop);
        }
        return group;
    }

    private void write(List<Request> group) {
        try {
            open();
            List<Request> done = all(group) ? group : oneByOne(group);
            database.sync(connection);
            done.forEach(request -> request.done.complete(null));
        } catch (SQLException e) {
            giveUp(group, database.explain(e));
        }
    }

    private void open() throws SQLException {
        if (connection == null) {
            use(database.connect());
        }
    }

    private void use(Connection opened) throws SQLException {
        opened.setAutoCommit(false);
        connection = opened;
        statements = new ChangeStatements(opened);
    }

    /** @return false if one of the lists cannot be done, and so none was */
    private boolean all(List<Request> group) throws SQLException {
        try {
            transaction(group);
            return true;
        } catch (StoreException e) {
            connection.rollback();
            return false;
        }
    }

    /** @return those that could be done */
    private List<Request> oneByOne(List<Request> group) throws SQLException {
        List<Request> done = new ArrayList<>();
        for (Request request : group) {
            try {
                transaction(List.of(request));
                done.add(request);
            } catch (StoreException e) {
                connection.rollback();
                request.done.completeExceptionally(e);
            }
        }
        return done;
    }

    /** @throws StoreException if the changes themselves are at fault, not the database */
    private void transaction(List<Request> requests) throws SQLException {
        statements.begin();
        try {
            for (Request request : requests) {
                for (Change change : request.changes) {
                    statements.apply(change);
                }
            }
            statements.end();
        } catch (SQLDataException e) {
            throw database.explain(e);
        }
        connection.commit();
    }

    private void giveUp(List<Request> group, RuntimeException failure) {
        Connection failed = connection;
        connection = null;
        if (failed != null) {
            database.abandon(failed);
            onFailure.run();
        }
        group.forEach(request -> request.done.completeExceptionally(failure));
    }

    private static StoreException closedException() {
        return new StoreException(Message.of("store.closed"));
    }

    /** Does what waits, then ends. */
    @Override
    public void close() {
        waiting.add(STOP);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
