package org.carillon.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.jobs.Template;
import org.carillon.ui.palette.PaletteEntry;
import org.carillon.ui.theme.TimeWords;

/**
 * The templates, for the menu and the palette.
 *
 * @param times in whose zone they are planned, and in whose language they read
 * @param open  opens the form for the chosen one
 */
record TemplateChoice(TimeWords times, TickingClock clock, Consumer<Job> open) {
    Menu menu() {
        Menu menu = new Menu(Message.of("ui.shell.menu.template").in(times.language()));
        menu.setId("new-from-template");
        Arrays.stream(Template.values()).map(this::item).forEach(menu.getItems()::add);
        return menu;
    }

    private MenuItem item(Template template) {
        MenuItem item = new MenuItem(template.title().in(times.language()));
        item.setId(id(template));
        item.setOnAction(event -> choose(template));
        return item;
    }

    List<PaletteEntry> entries() {
        return Arrays.stream(Template.values()).map(template -> PaletteEntry.of(id(template),
                Message.of("ui.shell.template", template.title()), "", times.language(), () -> choose(template))).toList();
    }

    private static String id(Template template) {
        return "template-" + template.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void choose(Template template) {
        open.accept(template.job(times.language(), times.zone(), clock.instant()));
    }
}
