package org.carillon.action.sql;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import org.carillon.job.SqlAction;
import org.carillon.message.Message;

/** The driver of one action: one on board, or that in the jar that the action names, by a class loader of its own. */
final class Drivers implements AutoCloseable {
    /** Null for the drivers on board. */
    private final URLClassLoader loader;

    private Drivers(URLClassLoader loader) {
        this.loader = loader;
    }

    /** @throws SqlFailedException if the jar is not there */
    static Drivers of(SqlAction action) throws IOException {
        if (action.driver() == null) {
            return new Drivers(null);
        }
        Path jar = Path.of(action.driver());
        if (!Files.isRegularFile(jar)) {
            throw new SqlFailedException(Message.of("action.sql.noJar", jar.toString()), false, null);
        }
        return new Drivers(new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader()));
    }

    /** @throws SqlFailedException if no driver knows such a URL */
    Connection connect(String url, Properties login) throws SQLException {
        Driver driver = loader == null ? onBoard(url) : ServiceLoader.load(Driver.class, loader).stream()
                .map(ServiceLoader.Provider::get).filter(each -> accepts(each, url)).findFirst().orElse(null);
        if (driver == null) {
            throw unknown(url);
        }
        Connection connection = driver.connect(url, login);
        if (connection == null) {
            throw unknown(url);
        }
        return connection;
    }

    private static Driver onBoard(String url) {
        return DriverManager.drivers().filter(each -> accepts(each, url)).findFirst().orElse(null);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException _) {
            return false;
        }
    }

    /** Names the kind of database alone: the rest of a URL may hold a password. */
    private static SqlFailedException unknown(String url) {
        return new SqlFailedException(Message.of("action.sql.noDriver", url.substring(0, url.indexOf(':', "jdbc:".length()) + 1)), false, null);
    }

    @Override
    public void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }
}
