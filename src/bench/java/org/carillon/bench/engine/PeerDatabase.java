package org.carillon.bench.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.tools.RunScript;

/** The H2 file of a peer, with a pool of connections, in which every transaction is forced to disk: see {@link ForcedFile}. */
final class PeerDatabase implements AutoCloseable {
    static final String SETTINGS = "WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384";
    /** One for each of the threads that run jobs, and some for the scheduler's own. */
    private static final int CONNECTIONS = Contenders.THREADS + 5;

    private final HikariDataSource source;

    PeerDatabase(Path directory) {
        ForcedFile.register();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(directory));
        config.setMaximumPoolSize(CONNECTIONS);
        source = new HikariDataSource(config);
    }

    static String url(Path directory) {
        return "jdbc:h2:forced:" + directory.resolve("peer") + ";" + SETTINGS;
    }

    DataSource source() {
        return source;
    }

    boolean has(String table) {
        return count("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = '" + table + "'") > 0;
    }

    /** Runs a script that lies in the class path. */
    void run(String resource) {
        try (Connection connection = source.getConnection();
                Reader script = new InputStreamReader(
                        PeerDatabase.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            RunScript.execute(connection, script);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The schema of a peer could not be made", e);
        }
    }

    long count(String query) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The store of a peer could not be read", e);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
