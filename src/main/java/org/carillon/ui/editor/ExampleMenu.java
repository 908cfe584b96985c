package org.carillon.ui.editor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerWords;

/** Cron expressions to begin with, each with what it means. */
final class ExampleMenu {
    private static final TriggerDefaults ANY = new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, "");

    private final Surroundings surroundings;

    ExampleMenu(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void fill(List<MenuItem> items, List<String> expressions, Consumer<String> use) {
        for (String expression : expressions) {
            Label cron = new Label(expression);
            cron.getStyleClass().addAll("monospaced", "quiet");
            String words = TriggerWords.describe(CronTrigger.parse(expression, null, ANY), surroundings.language());
            MenuItem item = new MenuItem(words, cron);
            item.setOnAction(event -> use.accept(expression));
            items.add(item);
        }
    }
}
