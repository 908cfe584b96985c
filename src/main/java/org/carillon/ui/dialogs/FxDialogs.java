package org.carillon.ui.dialogs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.WindowTheme;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks in dialogs in front of the window. */
public final class FxDialogs implements Dialogs {
    private static final Logger LOG = LoggerFactory.getLogger(FxDialogs.class);

    private final Supplier<Window> owner;
    private final Supplier<Language> language;
    private final WindowTheme theme;

    /** @param owner the window in front of which the dialogs stand; may give null */
    public FxDialogs(Supplier<Window> owner, Supplier<Language> language, WindowTheme theme) {
        this.owner = owner;
        this.language = language;
        this.theme = theme;
    }

    @Override
    public void ask(Question question, Consumer<Answer> then) {
        List<ButtonType> buttons = question.answers().stream().map(FxDialogs::button).toList();
        Alert alert = alert(AlertType.CONFIRMATION, question.title(), question.text());
        alert.getButtonTypes().setAll(buttons);
        for (int i = 0; i < buttons.size(); i++) {
            // Otherwise all are as wide as the widest was before the text had its size.
            ButtonBar.setButtonUniformSize(alert.getDialogPane().lookupButton(buttons.get(i)), false);
            ((Region) alert.getDialogPane().lookupButton(buttons.get(i))).setMinWidth(Region.USE_PREF_SIZE);
            if (question.answers().get(i).kind() == Answer.Kind.DANGER) {
                alert.getDialogPane().lookupButton(buttons.get(i)).getStyleClass().add("danger");
            }
        }
        int chosen = alert.showAndWait().map(buttons::indexOf).orElse(-1);
        then.accept(chosen < 0 ? question.cancel() : question.answers().get(chosen));
    }

    @Override
    public Optional<String> text(String title, String text, String initial) {
        Alert alert = alert(AlertType.CONFIRMATION, title, text);
        TextField field = new TextField(initial);
        field.setId("dialog-text");
        field.setAccessibleText(text);
        Label words = new Label(text);
        words.setWrapText(true);
        VBox content = new VBox(words, field);
        content.getStyleClass().add("dialog-fields");
        alert.getDialogPane().setContent(content);
        ButtonType keep = new ButtonType(say("ok"), ButtonData.OK_DONE);
        alert.getButtonTypes().setAll(keep, new ButtonType(say("cancel"), ButtonData.CANCEL_CLOSE));
        alert.setOnShown(event -> field.requestFocus());
        return alert.showAndWait().filter(keep::equals).map(chosen -> field.getText());
    }

    @Override
    public void error(String title, Throwable failure) {
        LOG.warn(title, failure);
        Alert alert = alert(AlertType.ERROR, title, Failures.words(failure, language.get()));
        alert.getButtonTypes().setAll(new ButtonType(say("close"), ButtonData.CANCEL_CLOSE));
        alert.showAndWait();
    }

    private Alert alert(AlertType type, String title, String text) {
        Alert alert = new Alert(type);
        alert.initOwner(owner.get());
        alert.setTitle("Carillon");
        alert.setHeaderText(title);
        alert.setContentText(text);
        alert.setGraphic(type == AlertType.ERROR
                ? Icons.of(Feather.ALERT_TRIANGLE, "dialog-icon", "state-icon", "state-danger")
                : Icons.of(Feather.HELP_CIRCLE, "dialog-icon", "state-icon", "state-accent"));
        alert.setResizable(true);
        theme.dress(alert.getDialogPane().getScene());
        alert.getDialogPane().setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return alert;
    }

    private static ButtonType button(Answer answer) {
        return new ButtonType(answer.text(), switch (answer.kind()) {
            case DEFAULT -> ButtonData.OK_DONE;
            case OTHER, DANGER -> ButtonData.OTHER;
            case CANCEL -> ButtonData.CANCEL_CLOSE;
        });
    }

    @Override
    public Optional<Path> openFile(String title, List<FileKind> kinds) {
        return path(fileChooser(title, kinds).showOpenDialog(owner.get()));
    }

    @Override
    public List<Path> openFiles(String title, List<FileKind> kinds) {
        List<File> chosen = fileChooser(title, kinds).showOpenMultipleDialog(owner.get());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
        FileChooser chooser = fileChooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseDirectory(String title, Path initial) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (initial != null && initial.toFile().isDirectory()) {
            chooser.setInitialDirectory(initial.toFile());
        }
        return path(chooser.showDialog(owner.get()));
    }

    private FileChooser fileChooser(String title, List<FileKind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        kinds.forEach(kind -> chooser.getExtensionFilters().add(new ExtensionFilter(kind.name(), kind.patterns())));
        chooser.getExtensionFilters().add(new ExtensionFilter(say("allFiles"), "*"));
        return chooser;
    }

    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private String say(String key) {
        return Message.of("ui.dialogs." + key).in(language.get());
    }
}
