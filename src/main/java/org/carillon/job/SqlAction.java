package org.carillon.job;

import org.carillon.message.Message;

/**
 * Runs SQL on a database; what it answers is the run's output.
 *
 * @param url            the database, for instance {@code jdbc:postgresql://localhost/shop}
 * @param user           null for none
 * @param passwordSecret the name of the secret that holds the password; null for none
 * @param statement      one statement, or several as far as the database takes them at once
 * @param driver         the jar with the JDBC driver, its full path; null for those on board (H2, PostgreSQL)
 */
public record SqlAction(String url, String user, String passwordSecret, String statement, String driver) implements Action {
    private static final String SCHEME = "jdbc:";

    public SqlAction {
        if (url == null || !url.startsWith(SCHEME) || url.indexOf(':', SCHEME.length()) < 0) {
            throw new FormatException("url", Message.of("job.sql.url", String.valueOf(url)));
        }
        if (statement == null || statement.isBlank()) {
            throw new FormatException("statement", Message.of("job.sql.empty"));
        }
        user = user == null || user.isBlank() ? null : user;
        driver = driver == null || driver.isBlank() ? null : driver;
        passwordSecret = SecretNames.check(passwordSecret, "passwordSecret");
    }

    @Override
    public String type() {
        return "sql";
    }

    @Override
    public String summary() {
        return statement.strip().lines().findFirst().orElse("");
    }
}
