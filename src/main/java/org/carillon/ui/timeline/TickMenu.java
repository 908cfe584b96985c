package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with one planned run: to leave it out, to move it, to run the job now in its place. For the FX thread alone. */
final class TickMenu {
    private static final Map<String, Duration> LATER = Map.of("later.quarter", Duration.ofMinutes(15), "later.hour", Duration.ofHours(1),
            "later.threeHours", Duration.ofHours(3), "later.day", Duration.ofDays(1));
    private static final List<String> ORDER = List.of("later.quarter", "later.hour", "later.threeHours", "later.day");

    private final TimelineViewModel model;
    private final TimelineWords words;
    private final MenuItem skip;
    private final Menu move;
    private final MenuItem instead;
    private TimelineRow row;
    private Planned tick;

    TickMenu(TimelineViewModel model, TimelineNavigation navigation, TimelineWords words) {
        this.model = model;
        this.words = words;
        skip = item("skip", Feather.SKIP_FORWARD, planned -> model.skip(row, planned));
        instead = item("runInstead", Feather.PLAY_CIRCLE, planned -> model.runInstead(row, planned));
        move = new Menu(words.say("move"), FontIcon.of(Feather.CLOCK));
        skip.setId("timeline-skip");
        move.setId("timeline-move");
        instead.setId("timeline-instead");
        for (String later : ORDER) {
            MenuItem choice = new MenuItem(words.say(later));
            choice.setOnAction(_ -> model.move(row, tick, LATER.get(later)));
            move.getItems().add(choice);
        }
        MenuItem other = new MenuItem(words.say("later.other"));
        other.setId("timeline-move-other");
        other.setOnAction(_ -> navigation.move(row.status().job(), tick.at()));
        move.getItems().addAll(new SeparatorMenuItem(), other);
    }

    private MenuItem item(String key, Feather icon, Consumer<Planned> action) {
        MenuItem item = new MenuItem(words.say(key), FontIcon.of(icon));
        item.setOnAction(_ -> action.accept(tick));
        return item;
    }

    List<MenuItem> items() {
        return List.of(new SeparatorMenuItem(), skip, move, instead);
    }

    /** Of which job it is about which planned run. @param planned null for none; of a band, where single ones cannot be told apart, nothing can be done */
    void about(TimelineRow job, Planned planned) {
        row = job;
        tick = planned == null || planned.isBand() ? null : planned;
        Instant now = model.clock().instant();
        skip.setText(tick == null ? words.say("skip") : words.say("skipAt", model.times().brief(tick.at(), now)));
        move.setText(tick == null ? words.say("move") : words.say("moveAt", model.times().brief(tick.at(), now)));
        for (MenuItem item : List.of(skip, move, instead)) {
            item.setDisable(tick == null);
        }
    }

    /** The next planned run of a job, for those who have no mouse. */
    void aboutNext(TimelineRow job) {
        Instant next = job == null ? null : job.status().nextRun();
        about(job, next == null ? null : new Planned(next, next));
    }
}
