package org.carillon.ui.about;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Says that the program made a mistake, what that means, and what to do. */
final class CrashController {
    private final CrashReport report;
    private final Language language;
    private final Consumer<String> clipboard;
    private final Runnable closed;

    @FXML private Label title;
    @FXML private TextArea text;
    @FXML private Label copied;

    CrashController(CrashReport report, Language language, Consumer<String> clipboard, Runnable closed) {
        this.report = report;
        this.language = language;
        this.clipboard = clipboard;
        this.closed = closed;
    }

    @FXML
    private void initialize() {
        title.setText(Message.of("ui.about.crash.title", report.code()).in(language));
        text.setText(report.text());
    }

    @FXML private void copy() {
        clipboard.accept(report.text());
        copied.setText(Message.of("ui.about.copied").in(language));
    }

    @FXML private void close() {
        closed.run();
    }
}
