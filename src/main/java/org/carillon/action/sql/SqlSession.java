package org.carillon.action.sql;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Properties;
import java.util.StringJoiner;
import org.carillon.job.SqlAction;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the SQL of one action. Each result is printed as a line of column names and a line for each row, tabs between the columns,
 * and how many there were; each change as how many rows it changed. Can be cancelled from another thread.
 */
public final class SqlSession {
    private static final Logger LOG = LoggerFactory.getLogger(SqlSession.class);
    /** More rows than that no log needs, and some drivers would keep them all in memory. */
    private static final int MOST_ROWS = 100_000;

    private final SqlAction action;
    private final String password;
    private Statement statement;
    private Connection connection;
    private boolean cancelled;

    /** @param password null for none */
    public SqlSession(SqlAction action, String password) {
        this.action = action;
        this.password = password;
    }

    /**
     * Connects, runs it, and disconnects.
     *
     * @param err takes the database's warnings
     * @throws SqlFailedException if the database refused or was not reached, or it was cancelled
     */
    public void run(PrintStream out, PrintStream err) {
        boolean started = false;
        try (Drivers drivers = Drivers.of(action);
                Connection opened = drivers.connect(action.url(), login());
                Statement made = opened.createStatement()) {
            started = true;
            made.setMaxRows(MOST_ROWS + 1);
            if (begin(opened, made)) {
                perform(made, out, err);
            }
        } catch (SQLException | IOException e) {
            throw new SqlFailedException(Message.of("action.sql.failed", String.valueOf(e.getMessage()).strip()), started, e);
        } finally {
            end();
        }
    }

    private Properties login() {
        Properties login = new Properties();
        if (action.user() != null) {
            login.setProperty("user", action.user());
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }

    private synchronized boolean begin(Connection opened, Statement made) {
        connection = opened;
        statement = made;
        return !cancelled;
    }

    private synchronized void end() {
        statement = null;
        connection = null;
    }

    private void perform(Statement made, PrintStream out, PrintStream err) throws SQLException {
        boolean rows = made.execute(action.statement());
        while (true) {
            warn(made.getWarnings(), err);
            if (rows) {
                try (ResultSet result = made.getResultSet()) {
                    print(result, out);
                }
            } else {
                int changed = made.getUpdateCount();
                if (changed < 0) {
                    return;
                }
                say(out, "action.sql.changed", changed);
            }
            rows = made.getMoreResults();
        }
    }

    private static void print(ResultSet result, PrintStream out) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        StringJoiner head = new StringJoiner("\t");
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            head.add(columns.getColumnLabel(column));
        }
        out.println(head);
        int count = 0;
        while (result.next() && count < MOST_ROWS) {
            StringJoiner row = new StringJoiner("\t");
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                String value = result.getString(column);
                row.add(value == null ? "NULL" : value);
            }
            out.println(row);
            count++;
        }
        boolean cut = count == MOST_ROWS && !result.isAfterLast();
        say(out, cut ? "action.sql.cut" : "action.sql.rows", count);
    }

    private static void warn(SQLWarning first, PrintStream err) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            err.println(warning.getMessage());
        }
    }

    private static void say(PrintStream out, String key, int count) {
        out.println("(" + Message.of(key, count).in(Language.ENGLISH) + ")");
    }

    /** Asks the database to break it off. */
    public void cancel() {
        Statement running;
        synchronized (this) {
            cancelled = true;
            running = statement;
        }
        try {
            if (running != null) {
                running.cancel();
            }
        } catch (SQLException e) {
            LOG.debug("A statement could not be cancelled", e);
        }
    }

    /** Cuts the connection. */
    public void abort() {
        Connection open;
        synchronized (this) {
            cancelled = true;
            open = connection;
        }
        try {
            if (open != null) {
                open.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("A connection could not be cut", e);
        }
    }
}
