package org.carillon.ui.dialogs;

import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.job.SecretNames;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.WindowTheme;
import org.kordamp.ikonli.feather.Feather;

/** A window with the secrets: their names, and fields to set one. */
public final class SecretsDialog {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 460;

    private final SecretsViewModel model;
    private final Language language;
    private final Consumer<String> chosen;
    private final Stage stage = new Stage();

    private SecretsDialog(SecretsViewModel model, Language language, Consumer<String> chosen) {
        this.model = model;
        this.language = language;
        this.chosen = chosen;
    }

    /**
     * Opens it.
     *
     * @param name   the secret to begin with; empty for none
     * @param chosen gets the name of each that is set
     */
    public static void open(Window owner, SecretsViewModel model, Language language, WindowTheme theme, String name, Consumer<String> chosen) {
        new SecretsDialog(model, language, chosen).open(owner, theme, name);
    }

    private void open(Window owner, WindowTheme theme, String name) {
        TextField nameField = field(new TextField(), "name");
        nameField.textProperty().bindBidirectional(model.name());
        PasswordField valueField = (PasswordField) field(new PasswordField(), "value");
        valueField.textProperty().bindBidirectional(model.value());
        model.name().set(name);
        Dimension2D size = theme.size(WIDTH, HEIGHT);
        Scene scene = new Scene(content(nameField, valueField), size.getWidth(), size.getHeight());
        theme.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(say("title"));
        stage.getIcons().setAll(Icons.ofProgram());
        stage.setScene(scene);
        stage.show();
        (name.isEmpty() ? nameField : valueField).requestFocus();
    }

    private TextField field(TextField field, String key) {
        field.setId("secret-" + key);
        field.setPromptText(say(key));
        field.setAccessibleText(say(key));
        field.setOnAction(event -> save());
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private VBox content(TextField name, PasswordField value) {
        Label intro = new Label(say("intro"));
        intro.setWrapText(true);
        intro.setMinHeight(Region.USE_PREF_SIZE);
        ListView<String> list = new ListView<>(model.names());
        list.setId("secret-names");
        list.setPlaceholder(new Label(say("none")));
        list.setAccessibleText(say("title"));
        list.getSelectionModel().selectedItemProperty().subscribe(selected -> {
            if (selected != null) {
                model.name().set(selected);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label reference = new Label();
        reference.getStyleClass().addAll("quiet", "monospaced");
        reference.textProperty().bind(model.name().map(typed -> SecretNames.isName(typed.strip())
                ? say("reference", SecretNames.reference(typed.strip())) : ""));
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().addAll("state-danger", "state-text");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        HBox fields = new HBox(name, value);
        fields.setSpacing(8);
        VBox content = new VBox(intro, list, fields, reference, problem, buttons());
        content.setSpacing(12);
        content.setStyle("-fx-padding: 1.2em;");
        return content;
    }

    private HBox buttons() {
        Button save = button("save", Feather.CHECK);
        save.getStyleClass().add("accent");
        save.disableProperty().bind(model.canSave().not());
        save.setOnAction(event -> save());
        Button remove = button("remove", Feather.TRASH_2);
        remove.disableProperty().bind(model.isKnown().not());
        remove.setOnAction(event -> model.remove());
        Button close = new Button(say("close"));
        close.setOnAction(event -> stage.close());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(remove, between, close, save);
        buttons.setSpacing(8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private Button button(String key, Feather icon) {
        Button button = new Button(say(key), Icons.of(icon));
        button.setId("secret-" + key);
        button.setTooltip(new Tooltip(say(key + ".tip")));
        return button;
    }

    private void save() {
        model.save(chosen);
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.dialogs.secrets." + key, arguments).in(language);
    }
}
