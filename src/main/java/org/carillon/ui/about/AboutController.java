package org.carillon.ui.about;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** What this program is, and whose work is in it. */
final class AboutController {
    private final ProgramFacts program;
    private final Language language;
    private final Consumer<String> clipboard;
    private final Runnable closed;

    @FXML private GridPane facts;
    @FXML private TextArea licences;
    @FXML private Label copied;

    AboutController(ProgramFacts program, Language language, Consumer<String> clipboard, Runnable closed) {
        this.program = program;
        this.language = language;
        this.clipboard = clipboard;
        this.closed = closed;
    }

    @FXML
    private void initialize() {
        List<ProgramFacts.Fact> lines = program.facts();
        for (int row = 0; row < lines.size(); row++) {
            TextField text = new TextField(lines.get(row).text());
            text.setEditable(false);
            text.getStyleClass().add("fact");
            Label name = new Label(lines.get(row).name(language));
            name.setLabelFor(text);
            facts.addRow(row, name, text);
        }
        licences.setText(Licences.text());
    }

    @FXML private void copy() {
        clipboard.accept(program.text());
        copied.setText(Message.of("ui.about.copied").in(language));
    }

    @FXML private void close() {
        closed.run();
    }
}
