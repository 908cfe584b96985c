package org.carillon.ui.importing;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.theme.TimeWords;

/** Shows what an import would do, and does it when it is confirmed. */
final class ImportController {
    private final ImportViewModel model;
    private final ImportSource source;
    private final Language language;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Consumer<Throwable> failed;
    private final Runnable close;

    @FXML private BorderPane root;
    @FXML private Label title;
    @FXML private Label summary;
    @FXML private Label liveNote;
    @FXML private CheckBox all;
    @FXML private ListView<ImportRow> rows;
    @FXML private CheckBox replacing;
    @FXML private CheckBox paused;
    @FXML private Button cancel;
    @FXML private Button confirm;

    ImportController(ImportViewModel model, ImportSource source, Language language, ZoneId zone, InstantSource clock,
                     Consumer<Throwable> failed, Runnable close) {
        this.model = model;
        this.source = source;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
        this.failed = failed;
        this.close = close;
    }

    @FXML
    private void initialize() {
        title.setText(source.title().in(language));
        summary.setText(say("summary", model.importable(), model.refused()));
        show(liveNote, source.live());
        rows.setItems(model.rows());
        TimeWords times = new TimeWords(language, zone);
        rows.setCellFactory(list -> new ImportCell(language, times, clock));
        rows.setFocusTraversable(true);
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::toggle);
        all.setSelected(true);
        all.setOnAction(event -> model.chooseAll(all.isSelected()));
        replacing.setText(say("replace", model.existing()));
        replacing.selectedProperty().bindBidirectional(model.replacing());
        show(replacing, model.existing() > 0);
        paused.selectedProperty().bindBidirectional(model.paused());
        model.chosen().subscribe(count -> confirm.setText(say("confirm", count)));
        confirm.disableProperty().bind(model.chosen().isEqualTo(0).or(model.importing()));
        confirm.setOnAction(event -> model.confirm(count -> close.run(), failed));
        cancel.setOnAction(event -> close.run());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    private void toggle(KeyEvent event) {
        ImportRow row = rows.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && row != null && row.job().isPresent()) {
            event.consume();
            row.wanted().set(!row.wanted().get());
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.importing." + key, arguments).in(language);
    }
}
