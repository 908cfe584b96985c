package org.carillon.ui.importing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.carillon.interchange.ImportEntry;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerWords;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.TimeWords;
import org.kordamp.ikonli.feather.Feather;

/** A line as it stands in the source, and below it what becomes of it. */
final class ImportCell extends ListCell<ImportRow> {
    private final Language language;
    private final TimeWords times;
    private final InstantSource clock;
    private final CheckBox wanted = new CheckBox();
    private final Label number = new Label();
    private final TextFlow text = new TextFlow();
    private final VBox outcome = new VBox();
    private final HBox row = new HBox(wanted, number, new VBox(text, outcome));
    private ImportRow shown;

    ImportCell(Language language, TimeWords times, InstantSource clock) {
        this.language = language;
        this.times = times;
        this.clock = clock;
        row.getStyleClass().add("import-row");
        number.getStyleClass().addAll("monospaced", "line-number");
        text.getStyleClass().addAll("monospaced", "line-text");
        outcome.getStyleClass().add("line-outcome");
        HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
        prefWidthProperty().set(0);
    }

    @Override
    protected void updateItem(ImportRow item, boolean empty) {
        super.updateItem(item, empty);
        if (shown != null) {
            wanted.selectedProperty().unbindBidirectional(shown.wanted());
        }
        shown = empty ? null : item;
        setGraphic(shown == null ? null : row);
        if (shown != null) {
            show(shown);
        }
    }

    private void show(ImportRow item) {
        wanted.selectedProperty().bindBidirectional(item.wanted());
        wanted.setVisible(item.job().isPresent());
        wanted.setAccessibleText(item.entry().text());
        number.setText(item.entry().line() == 0 ? "" : Integer.toString(item.entry().line()));
        text.getChildren().setAll(line(item.entry()));
        List<Node> lines = new ArrayList<>();
        switch (item.entry().outcome()) {
            case ImportEntry.Becomes(Job job) -> becomes(lines, item, job);
            case ImportEntry.Refused refused -> lines.add(label(Feather.X_CIRCLE, refused.why().in(language), "import-refused"));
            case ImportEntry.Sets _ when item.entry().warnings().isEmpty() -> lines.add(label(Feather.SETTINGS, say("sets"), "quiet"));
            case ImportEntry.Sets _, ImportEntry.Nothing _ -> { }
        }
        item.entry().warnings().forEach(each -> lines.add(label(Feather.ALERT_TRIANGLE, each.in(language), "import-warning")));
        if (!item.entry().file().isEmpty()) {
            lines.add(label(Feather.FILE, item.entry().file(), "quiet"));
        }
        outcome.getChildren().setAll(lines);
    }

    private void becomes(List<Node> lines, ImportRow item, Job job) {
        Instant now = clock.instant();
        Instant next = job.trigger().next(now);
        String words = say("becomes", job.name(), TriggerWords.describe(job.trigger(), language, now));
        lines.add(label(Feather.CHECK_CIRCLE, next == null ? words : words + " · " + times.relative(next, now), "import-good"));
        if (item.exists()) {
            lines.add(label(Feather.INFO, say("exists"), "quiet"));
        }
    }

    /** The line, with the characters of a mistake underlined. */
    private static List<Text> line(ImportEntry entry) {
        String line = entry.text();
        if (entry.outcome() instanceof ImportEntry.Refused refused && refused.to() > refused.from() && refused.to() <= line.length()) {
            return List.of(
                    part(line.substring(0, refused.from()), "plain"),
                    part(line.substring(refused.from(), refused.to()), "wrong"),
                    part(line.substring(refused.to()), "plain"));
        }
        return List.of(part(line.isEmpty() ? " " : line, entry.outcome() instanceof ImportEntry.Nothing ? "nothing" : "plain"));
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().add(style);
        return part;
    }

    private static Label label(Feather icon, String text, String style) {
        Label label = new Label(text, Icons.of(icon));
        label.setWrapText(true);
        label.getStyleClass().addAll("import-outcome", style);
        return label;
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.importing." + key, arguments).in(language);
    }
}
