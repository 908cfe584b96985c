package org.carillon.ui.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/** The coming week, a cell for each hour: the fuller, the darker, with the number in it. */
final class LoadMap extends GridPane {
    private static final int STEPS = 4;

    private final TimelineWords words;
    private final Consumer<Instant> goTo;

    LoadMap(TimelineWords words, Consumer<Instant> goTo) {
        this.words = words;
        this.goTo = goTo;
        getStyleClass().add("load-map");
    }

    void show(Load load, Instant now) {
        getChildren().clear();
        if (load == null) {
            return;
        }
        for (int hour = 0; hour < 24; hour += 3) {
            Label label = new Label(String.format("%02d", hour));
            label.getStyleClass().add("quiet");
            add(label, hour + 1, 0, 3, 1);
        }
        LocalDate first = load.hours().getFirst().begins().toLocalDate();
        for (Load.Hour hour : load.hours()) {
            ZonedDateTime begins = hour.begins();
            int day = (int) ChronoUnit.DAYS.between(first, begins.toLocalDate());
            if (begins.getHour() == 0 || hour == load.hours().getFirst()) {
                Label label = new Label(DateTimeFormatter.ofPattern("EEE d", words.times().language().locale()).format(begins));
                label.setMinWidth(USE_PREF_SIZE);
                add(label, 0, day + 1);
            }
            add(cell(hour, load.step(hour, STEPS), now), begins.getHour() + 1, day + 1);
        }
    }

    private Button cell(Load.Hour hour, int step, Instant now) {
        Button cell = new Button(hour.runs() == 0 ? "" : hour.runs() > 999 ? "+" : String.valueOf(hour.runs()));
        cell.getStyleClass().setAll("load-cell", "load-" + step);
        String text = words.of(hour, now);
        cell.setTooltip(new Tooltip(text));
        cell.setAccessibleText(text);
        cell.setFocusTraversable(false);
        cell.setOnAction(_ -> goTo.accept(hour.begins().toInstant()));
        return cell;
    }
}
