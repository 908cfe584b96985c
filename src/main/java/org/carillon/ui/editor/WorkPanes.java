package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.DefaultStringConverter;
import org.carillon.job.MailSecurity;
import org.carillon.job.ScriptLanguage;
import org.carillon.job.Shebang;
import org.carillon.ui.controls.CodeField;
import org.carillon.ui.controls.Syntax;
import org.carillon.ui.dialogs.FileKind;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/** The fields of scripts, requests, SQL and e-mails, each shown while its kind is chosen. */
final class WorkPanes {
    private static final int PORT_COLUMNS = 6;

    private final CommandForm form;
    private final Surroundings surroundings;
    private final Map<CommandForm.Kind, WorkRows> panes = new EnumMap<>(CommandForm.Kind.class);

    WorkPanes(CommandForm form, Surroundings surroundings) {
        this.form = form;
        this.surroundings = surroundings;
        panes.put(CommandForm.Kind.SCRIPT, script());
        panes.put(CommandForm.Kind.HTTP, request());
        panes.put(CommandForm.Kind.SQL, sql());
        panes.put(CommandForm.Kind.EMAIL, email());
        panes.forEach((kind, pane) -> Nodes.showWhen(pane, form.kind().isEqualTo(kind)));
    }

    List<WorkRows> panes() {
        return List.copyOf(panes.values());
    }

    /** Whether that kind has its fields here. */
    boolean has(CommandForm.Kind kind) {
        return panes.containsKey(kind);
    }

    void register(ProblemPlaces places) {
        panes.values().forEach(pane -> pane.register(places));
    }

    private WorkRows script() {
        WorkRows rows = new WorkRows(surroundings);
        ScriptForm script = form.script();
        List<Optional<ScriptLanguage>> languages = new ArrayList<>(Stream.of(ScriptLanguage.values()).map(Optional::of).toList());
        languages.add(Optional.empty());
        ComboBox<Optional<ScriptLanguage>> language = rows.choice("script.language", languages, this::name, script.language());
        TextField interpreter = rows.plainText("script.interpreter", script.interpreter());
        HBox.setHgrow(interpreter, Priority.ALWAYS);
        rows.row("script.language", language, WorkRows.joined(language, interpreter), null);
        ObservableValue<Syntax> syntax = script.language().flatMap(chosen -> script.text().map(text -> syntax(chosen, text)));
        CodeField code = new CodeField(script.text(), syntax);
        code.area().setId("script-text");
        code.area().setAccessibleText(surroundings.say("script.text"));
        rows.row("script.text", code.area(), code, Field.SCRIPT);
        rows.text("script.arguments", script.arguments(), Field.SCRIPT_ARGUMENTS).getStyleClass().add("monospaced");
        return rows;
    }

    private String name(Optional<ScriptLanguage> language) {
        return surroundings.say("script.language." + language.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("byShebang"), Shebang.BEGIN);
    }

    private static Syntax syntax(Optional<ScriptLanguage> chosen, String text) {
        return chosen.or(() -> Shebang.language(text)).map(language -> switch (language) {
            case SH, BASH, ZSH -> Syntax.SHELL;
            case PYTHON -> Syntax.PYTHON;
            case NODE -> Syntax.JAVASCRIPT;
            case RUBY -> Syntax.RUBY;
            case PERL -> Syntax.PERL;
            case PHP -> Syntax.PHP;
            case POWERSHELL -> Syntax.POWERSHELL;
            case BATCH -> Syntax.BATCH;
        }).orElse(Syntax.PLAIN);
    }

    private WorkRows request() {
        WorkRows rows = new WorkRows(surroundings);
        HttpForm http = form.http();
        ComboBox<String> method = rows.choice("http.method", HttpForm.METHODS, each -> each, http.method());
        method.setConverter(new DefaultStringConverter());
        method.setEditable(true);
        method.getEditor().textProperty().addListener((text, before, now) -> http.method().set(now));
        method.getStyleClass().add("method");
        rows.row("http.method", method, method, Field.METHOD);
        rows.text("http.url", http.url(), Field.URL).getStyleClass().add("monospaced");
        VBox headers = new VBox();
        headers.getStyleClass().add("stack");
        Button add = new Button(surroundings.say("headers.add"), Icons.of(Feather.PLUS));
        add.setTooltip(new Tooltip(surroundings.say("headers.add.tip")));
        add.getStyleClass().add("small");
        new EnvironmentRows(headers, http.headers(), surroundings).show(add);
        VBox stack = new VBox(headers, add);
        stack.getStyleClass().add("stack");
        rows.row("http.headers", headers, stack, Field.HEADERS);
        rows.area("http.body", http.body(), null, 3).getStyleClass().add("monospaced");
        rows.text("http.expect", http.expect(), Field.EXPECT_STATUS).getStyleClass().add("narrow");
        return rows;
    }

    private WorkRows sql() {
        WorkRows rows = new WorkRows(surroundings);
        SqlForm sql = form.sql();
        rows.text("sql.url", sql.url(), Field.DATABASE).getStyleClass().add("monospaced");
        rows.text("sql.user", sql.user(), null);
        password(rows, "sql.password", sql.passwordSecret(), Field.DATABASE_PASSWORD);
        TextField driver = rows.plainText("sql.driver", sql.driver());
        HBox.setHgrow(driver, Priority.ALWAYS);
        Button choose = new Button(null, Icons.of(Feather.FILE));
        choose.getStyleClass().add("button-icon");
        choose.setAccessibleText(surroundings.say("sql.driver.choose"));
        choose.setTooltip(new Tooltip(surroundings.say("sql.driver.choose")));
        choose.setOnAction(event -> surroundings.dialogs()
                .openFile(surroundings.say("sql.driver.choose"), List.of(new FileKind(surroundings.say("sql.driver.kind"), List.of("*.jar"))))
                .ifPresent(jar -> sql.driver().set(jar.toString())));
        rows.row("sql.driver", driver, WorkRows.joined(driver, choose), Field.DRIVER);
        CodeField code = new CodeField(sql.statement(), new SimpleObjectProperty<>(Syntax.SQL));
        code.area().setId("sql-statement");
        code.area().setAccessibleText(surroundings.say("sql.statement"));
        rows.row("sql.statement", code.area(), code, Field.STATEMENT);
        return rows;
    }

    private void password(WorkRows rows, String key, StringProperty secret, Field field) {
        TextField name = rows.plainText(key, secret);
        name.setPromptText(surroundings.say("secret.prompt"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button open = new Button(surroundings.say("secret.open"), Icons.of(Feather.KEY));
        open.setTooltip(new Tooltip(surroundings.say("secret.open.tip")));
        open.setOnAction(event -> surroundings.secrets().open(name.getText().strip(), secret::set));
        rows.row(key, name, WorkRows.joined(name, open), field);
    }

    private WorkRows email() {
        WorkRows rows = new WorkRows(surroundings);
        EmailForm email = form.email();
        rows.text("email.to", email.to(), Field.MAIL_TO);
        rows.text("email.cc", email.cc(), Field.MAIL_CC);
        rows.text("email.from", email.from(), Field.MAIL_FROM);
        rows.text("email.subject", email.subject(), null);
        rows.area("email.text", email.text(), null, 4);
        rows.text("email.host", email.host(), Field.MAIL_SERVER);
        ComboBox<MailSecurity> security = rows.choice("email.security", List.of(MailSecurity.values()),
                each -> surroundings.say("email.security." + each.name().toLowerCase(Locale.ROOT)), email.security());
        TextField port = rows.plainText("email.port", email.port());
        port.setPrefColumnCount(PORT_COLUMNS);
        Node both = WorkRows.joined(port, security);
        rows.row("email.port", port, both, Field.MAIL_PORT);
        rows.text("email.user", email.user(), null);
        password(rows, "email.password", email.passwordSecret(), Field.MAIL_PASSWORD);
        return rows;
    }
}
