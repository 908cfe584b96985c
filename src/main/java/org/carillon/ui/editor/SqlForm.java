package org.carillon.ui.editor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.FormatException;
import org.carillon.job.SecretNames;
import org.carillon.job.SqlAction;
import org.carillon.message.Message;

/** The SQL that a job runs, and on which database. */
final class SqlForm extends WorkForm {
    private final StringProperty url = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty passwordSecret = new SimpleStringProperty("");
    private final StringProperty driver = new SimpleStringProperty("");
    private final StringProperty statement = new SimpleStringProperty("");

    SqlForm() {
        observe(url, user, passwordSecret, driver, statement);
    }

    StringProperty url() {
        return url;
    }

    StringProperty user() {
        return user;
    }

    /** The name of a secret; empty for none. */
    StringProperty passwordSecret() {
        return passwordSecret;
    }

    /** The path of a jar; empty for the drivers on board. */
    StringProperty driver() {
        return driver;
    }

    StringProperty statement() {
        return statement;
    }

    void show(SqlAction action) {
        url.set(action.url());
        user.set(textOf(action.user()));
        passwordSecret.set(textOf(action.passwordSecret()));
        driver.set(textOf(action.driver()));
        statement.set(action.statement());
    }

    private static String textOf(String value) {
        return value == null ? "" : value;
    }

    @Override
    SqlAction action() {
        String secret = passwordSecret.get().strip();
        return new SqlAction(url.get().strip(), user.get().strip(), secret.isEmpty() ? null : secret, statement.get(), driver.get().strip());
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (url.get().isBlank()) {
            problems.add(Problem.missing(Field.DATABASE, Message.of("ui.editor.sql.url.missing")));
        } else {
            try {
                new SqlAction(url.get().strip(), null, null, "x", null);
            } catch (FormatException e) {
                problems.add(Problem.wrong(Field.DATABASE, e.plainExplanation()));
            }
        }
        problems.addAll(ofSecret(Field.DATABASE_PASSWORD, passwordSecret.get().strip()));
        if (!isJar(driver.get().strip())) {
            problems.add(Problem.wrong(Field.DRIVER, Message.of("ui.editor.sql.driver.wrong")));
        }
        if (statement.get().isBlank()) {
            problems.add(Problem.missing(Field.STATEMENT, Message.of("ui.editor.sql.statement.missing")));
        }
        return problems;
    }

    static List<Problem> ofSecret(Field field, String name) {
        return name.isEmpty() || SecretNames.isName(name) ? List.of() : List.of(Problem.wrong(field, Message.of("ui.editor.secret.wrong")));
    }

    private static boolean isJar(String text) {
        try {
            return text.isEmpty() || Path.of(text).isAbsolute() && text.endsWith(".jar");
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
