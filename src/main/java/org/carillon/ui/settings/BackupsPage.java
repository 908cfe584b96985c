package org.carillon.ui.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.carillon.settings.Backups;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.Question;
import org.carillon.ui.theme.TimeWords;

/** Where backups lie and how often they are made; makes one, and restores from one. */
final class BackupsPage extends SettingsPage {
    private static final int MOST_HOURS = 1000;

    private final Label place = new Label();
    private final VBox list = new VBox();

    BackupsPage(SettingsParts parts) {
        super(parts);
        Backups backups = parts.store().now().backups();
        heading("page.backups");
        place.setWrapText(true);
        place.getStyleClass().add("settings-place");
        Button choose = new Button(say("backups.choose"));
        choose.setOnAction(event -> parts.dialogs().chooseDirectory(say("backups.choose"), null).ifPresent(this::use));
        Button usual = new Button(say("backups.usual"));
        usual.setOnAction(event -> use(null));
        row("backups.place", new VBox(place, line(choose, usual)));
        row("backups.every", new CheckedField(parts, "settings-backup-hours", Long.toString(backups.every().toHours()), Checks.whole(1, MOST_HOURS),
                text -> change(now -> new Backups(now.directory(), Duration.ofHours(Integer.parseInt(text)), now.days(), now.weeks()))).wide(6));
        row("backups.days", new CheckedField(parts, "settings-backup-days", Integer.toString(backups.days()), Checks.whole(1, Backups.MOST),
                text -> change(now -> new Backups(now.directory(), now.every(), Integer.parseInt(text), now.weeks()))).wide(6));
        row("backups.weeks", new CheckedField(parts, "settings-backup-weeks", Integer.toString(backups.weeks()), Checks.whole(0, Backups.MOST),
                text -> change(now -> new Backups(now.directory(), now.every(), now.days(), Integer.parseInt(text)))).wide(6));
        Button now = new Button(say("backups.now"));
        now.setId("settings-backup-now");
        now.setOnAction(event -> parts.run(() -> parts.desk().backUp(), this::show, "backup"));
        row("backups.there", new VBox(list, line(now)));
        list.getStyleClass().add("settings-list");
        list.setId("settings-backups");
        list.getChildren().setAll(quiet(say("loading")));
        show();
    }

    private void use(Path directory) {
        change(now -> new Backups(directory == null ? null : directory.toAbsolutePath(), now.every(), now.days(), now.weeks()));
        show();
    }

    private void change(UnaryOperator<Backups> change) {
        parts.store().change(settings -> settings.withBackups(change.apply(settings.backups())));
    }

    private void show() {
        Path own = parts.store().now().backups().directory();
        place.setText((own == null ? parts.desk().dataDirectory().resolve("backups") : own).toString());
        parts.background().run(() -> parts.desk().backups(), this::list, failure -> list.getChildren().setAll(problem(say("failed.backups"), failure)));
    }

    private void list(SortedMap<Instant, Path> backups) {
        List<Node> rows = backups.entrySet().stream().<Node>map(this::backup).toList().reversed();
        list.getChildren().setAll(rows.isEmpty() ? List.of(quiet(say("backups.none"))) : rows);
    }

    private Node backup(Map.Entry<Instant, Path> backup) {
        Label made = new Label(new TimeWords(parts.language(), parts.zone()).brief(backup.getKey(), parts.clock().instant()));
        made.getStyleClass().add("settings-item");
        Button restore = new Button(say("backups.restore"));
        restore.setOnAction(event -> ask(backup.getValue(), made.getText()));
        return line(made, restore);
    }

    private void ask(Path backup, String made) {
        Answer restore = new Answer(say("backups.restoreNow"), Answer.Kind.DANGER);
        Answer cancel = new Answer(say("cancel"), Answer.Kind.CANCEL);
        parts.dialogs().ask(new Question(say("backups.ask", made), say("backups.askText"), List.of(restore, cancel)), answer -> {
            if (answer.equals(restore)) {
                parts.desk().restore(backup);
            }
        });
    }
}
