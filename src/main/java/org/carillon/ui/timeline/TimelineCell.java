package org.carillon.ui.timeline;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.carillon.job.Run;

/** A job's name and its strip. */
final class TimelineCell extends ListCell<TimelineRow> {
    private final TimelineViewModel model;
    private final TimelineNavigation navigation;
    private final TimelineWords words;
    private final Label name = new Label();
    private final TimeStrip strip = new TimeStrip();
    private final HBox content = new HBox(name, strip);
    private final Tooltip tip = new Tooltip();

    /** @param menuWanted is told of which job a menu is wanted, and on which planned run, or null */
    TimelineCell(TimelineViewModel model, TimelineNavigation navigation, BiConsumer<TimelineRow, Planned> menuWanted) {
        this.model = model;
        this.navigation = navigation;
        words = new TimelineWords(model.times());
        getStyleClass().add("timeline-cell");
        name.getStyleClass().add("timeline-name");
        HBox.setHgrow(strip, Priority.ALWAYS);
        // The list is as wide as it is; nothing in it asks for more.
        setPrefWidth(0);
        tip.setShowDelay(Duration.millis(200));
        strip.setOnMouseMoved(this::point);
        strip.setOnMouseClicked(this::open);
        strip.setOnContextMenuRequested(event -> {
            if (!event.isKeyboardTrigger() && !isEmpty()) {
                menuWanted.accept(getItem(), strip.plannedAt(event.getX()).orElse(null));
            }
        });
        model.span().subscribe(_ -> draw());
        model.clock().now().subscribe(_ -> draw());
    }

    @Override
    protected void updateItem(TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : content);
        if (!empty) {
            name.setText(row.name());
            name.setTooltip(new Tooltip(row.name()));
            setAccessibleText(words.say("row", row.name(), row.runs().size(), row.planned().size()));
        }
        draw();
    }

    private void draw() {
        strip.show(isEmpty() ? null : getItem(), model.span().get(), model.clock().instant());
    }

    private void point(MouseEvent event) {
        Instant now = model.clock().instant();
        Optional<String> text = strip.runAt(event.getX()).map(run -> words.of(getItem().name(), run, now))
                .or(() -> strip.plannedAt(event.getX()).map(tick -> words.of(getItem().name(), tick, now)));
        text.ifPresentOrElse(says -> {
            tip.setText(says);
            Tooltip.install(strip, tip);
        }, () -> {
            tip.hide();
            Tooltip.uninstall(strip, tip);
        });
    }

    private void open(MouseEvent event) {
        if (event.getClickCount() != 2 || isEmpty()) {
            return;
        }
        Optional<Run> run = strip.runAt(event.getX()).filter(found -> found.startedAt() != null);
        run.ifPresentOrElse(navigation::openLog, () -> navigation.showJob(getItem().id()));
    }
}
