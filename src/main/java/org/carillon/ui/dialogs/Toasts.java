package org.carillon.ui.dialogs;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices as small cards above the window's lower edge, the newest lowest. Lay it over the window's content. */
public final class Toasts extends VBox implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Toasts.class);
    private static final Duration SHORT = Duration.seconds(4);
    private static final Duration LONG = Duration.seconds(15);
    private static final int MOST = 4;

    private final Supplier<Language> language;
    private final UndoStack undos = new UndoStack();

    public Toasts(Supplier<Language> language) {
        this.language = language;
        setAlignment(Pos.BOTTOM_CENTER);
        setPadding(new Insets(16, 16, 52, 16));
        setSpacing(8);
        setPickOnBounds(false);
    }

    @Override
    public void tell(String text) {
        fade(show(Feather.CHECK, text), SHORT);
    }

    @Override
    public void undoable(String text, Runnable undo) {
        HBox toast = show(Feather.CHECK, text);
        Button button = new Button(say("undo"));
        button.setId("undo");
        button.getStyleClass().addAll("accent", "small");
        Runnable once = undos.push(() -> {
            getChildren().remove(toast);
            undo.run();
        });
        button.setOnAction(event -> once.run());
        toast.getChildren().add(toast.getChildren().size() - 1, button);
        fade(toast, LONG);
    }

    /** Whether anything can be undone, also when its note has gone. */
    public boolean canUndo() {
        return !undos.isEmpty();
    }

    /** Undoes what was done last and can be undone. */
    public void undoLast() {
        undos.undoLast();
    }

    @Override
    public void failed(String title, Throwable failure) {
        LOG.warn(title, failure);
        HBox toast = show(Feather.ALERT_TRIANGLE, title + "\n" + Failures.words(failure, language.get()));
        toast.getStyleClass().add("toast-failure");
    }

    private HBox show(Feather icon, String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button close = new Button(null, Icons.of(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(say("close"));
        close.setTooltip(new Tooltip(say("close")));
        HBox toast = new HBox(Icons.of(icon), label, close);
        toast.getStyleClass().add("toast");
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.setMaxHeight(Region.USE_PREF_SIZE);
        close.setOnAction(event -> getChildren().remove(toast));
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return toast;
    }

    private void fade(HBox toast, Duration after) {
        PauseTransition wait = new PauseTransition(after);
        wait.setOnFinished(event -> getChildren().remove(toast));
        wait.play();
    }

    private String say(String key) {
        return Message.of("ui.dialogs." + key).in(language.get());
    }
}
