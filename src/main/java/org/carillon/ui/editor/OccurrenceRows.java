package org.carillon.ui.editor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.carillon.trigger.Occurrence;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/** Runs as rows of a grid: date, time, how far away; the time in the person's zone where that differs; marks under their row. */
final class OccurrenceRows {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final String NEXT_DAY = "⁺¹";
    private static final String DAY_BEFORE = "⁻¹";

    private final LabelPool labels;
    private final Surroundings surroundings;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateWithYear;

    OccurrenceRows(GridPane grid, Surroundings surroundings) {
        this.labels = new LabelPool(grid.getChildren());
        this.surroundings = surroundings;
        Locale locale = surroundings.language().locale();
        this.date = DateTimeFormatter.ofPattern(surroundings.say("preview.date"), locale);
        this.dateWithYear = DateTimeFormatter.ofPattern(surroundings.say("preview.date.year"), locale);
        List.of(Feather.CLOCK, Feather.SKIP_FORWARD).forEach(icon -> labels.prepare(icon.name(), () -> mark(icon)));
    }

    void show(List<Occurrence> occurrences, ZoneId zone, Instant now) {
        labels.begin();
        boolean local = occurrences.stream().anyMatch(each -> differs(each.at(), zone));
        boolean seconds = occurrences.stream().anyMatch(each -> each.at().getEpochSecond() % 60 != 0 || each.planned().getSecond() != 0);
        int row = 0;
        if (local && occurrences.size() > 1) {
            place(text(surroundings.say("preview.local"), "quiet"), 3, row++);
        }
        for (Occurrence each : occurrences) {
            row = add(each, zone, now, local, seconds, row);
        }
        labels.end();
    }

    private int add(Occurrence each, ZoneId zone, Instant now, boolean local, boolean seconds, int row) {
        ZonedDateTime at = each.at().atZone(zone);
        String style = each.runs() ? "run" : "left-out";
        place(text(date(each.runs() ? at.toLocalDate() : each.planned().toLocalDate(), now, zone), style, "run-date"), 0, row);
        place(text((seconds ? SECONDS : MINUTES).format(each.runs() ? at : each.planned()), style, "clock"), 1, row);
        if (each.runs()) {
            place(text(relative(each.at(), now), "quiet"), 2, row);
        }
        if (local && each.runs()) {
            ZonedDateTime here = each.at().atZone(surroundings.zone());
            int days = here.toLocalDate().compareTo(at.toLocalDate());
            String otherDay = days == 0 ? "" : days > 0 ? NEXT_DAY : DAY_BEFORE;
            place(text(MINUTES.format(here) + otherDay, "quiet", "clock"), 3, row);
        }
        return each.explanation() == null ? row + 1 : addMark(each, row + 1);
    }

    private int addMark(Occurrence each, int row) {
        Feather icon = each.runs() ? Feather.CLOCK : Feather.SKIP_FORWARD;
        place(labels.next(icon.name(), each.explanation().in(surroundings.language()), () -> mark(icon)), 0, row);
        return row + 1;
    }

    private static Label mark(Feather icon) {
        Label mark = new Label(null, Icons.of(icon));
        mark.getStyleClass().add("mark");
        mark.setWrapText(true);
        GridPane.setColumnSpan(mark, 4);
        return mark;
    }

    /** How far away, in whole days where it is more than two. */
    private String relative(Instant at, Instant now) {
        long days = Duration.between(now, at).toDays();
        return surroundings.times().relative(Math.abs(days) < 2 ? at : now.plus(Duration.ofDays(days)), now);
    }

    private String date(LocalDate day, Instant now, ZoneId zone) {
        return (day.getYear() == now.atZone(zone).getYear() ? date : dateWithYear).format(day);
    }

    private boolean differs(Instant at, ZoneId zone) {
        return !zone.getRules().getOffset(at).equals(surroundings.zone().getRules().getOffset(at));
    }

    private Label text(String text, String... styles) {
        return labels.next(String.join(" ", styles), text, () -> {
            Label label = new Label();
            label.getStyleClass().addAll(styles);
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        });
    }

    private static void place(Label label, int column, int row) {
        GridPane.setConstraints(label, column, row, GridPane.getColumnSpan(label) == null ? 1 : GridPane.getColumnSpan(label), 1);
    }
}
