package org.carillon.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.carillon.settings.TableShape;
import org.carillon.settings.WindowPlace;
import org.carillon.settings.WindowState;
import org.carillon.ui.palette.RecentChoices;

/** Gives the window back the shape in which it was left, and notes how it is left. For the FX thread alone. */
final class WindowMemory {
    private final RecentChoices recent = new RecentChoices();
    private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap");
    private final Map<String, TableView<?>> tables = new HashMap<>();
    private final Map<String, SplitPane> splits = new HashMap<>();
    private final Map<String, TableShape> shapes;
    private final Map<String, Double> dividers;
    private WindowPlace place;
    private boolean maximised;
    private Page page;
    private WindowState kept;

    WindowMemory(WindowState left) {
        kept = left;
        place = left.place();
        maximised = left.maximised();
        page = page(left.page());
        wrap.set(left.wrap());
        shapes = new HashMap<>(left.tables());
        dividers = new HashMap<>(left.dividers());
        recent.ids().setAll(left.recent());
    }

    /** One that a newer version wrote may be unknown. */
    private static Page page(String name) {
        for (Page known : Page.values()) {
            if (known.name().equalsIgnoreCase(name)) {
                return known;
            }
        }
        return Page.JOBS;
    }

    RecentChoices recent() {
        return recent;
    }

    /** Whether long lines of logs go on below. */
    BooleanProperty wrap() {
        return wrap;
    }

    Page page() {
        return page;
    }

    /** Puts the window where it stood, on the screens that there are now. @param screens the main one first */
    void place(Stage stage, List<WindowPlace> screens) {
        if (place != null) {
            WindowPlace fitting = place.within(screens);
            stage.setX(fitting.x());
            stage.setY(fitting.y());
            stage.setWidth(fitting.width());
            stage.setHeight(fitting.height());
        }
        stage.setMaximized(maximised);
    }

    /** Gives a table its columns as they were left, and follows it from now on instead of another one of that name. */
    void table(String name, TableView<?> table) {
        note(name);
        if (shapes.containsKey(name)) {
            TableColumns.restore(table, shapes.get(name));
        }
        tables.put(name, table);
    }

    private void note(String name) {
        TableView<?> table = tables.get(name);
        if (table != null && table.getWidth() > 0) {
            shapes.put(name, TableColumns.of(table));
        }
    }

    /** Where the parts of a page meet, followed from now on. @return from 0 to 1 @param usual if it was not left elsewhere */
    double divider(String name, SplitPane split, double usual) {
        splits.put(name, split);
        return dividers.getOrDefault(name, usual);
    }

    private void noteDivider(String name, SplitPane split) {
        if (split.getDividers().size() == 1 && split.getHeight() > 0) {
            dividers.put(name, split.getDividers().getFirst().getPosition());
        }
    }

    /** Notes how the window is now. @param file told if it is not as it was kept last */
    void keep(Stage stage, Page shown, Consumer<WindowState> file) {
        if (stage.isShowing() && !stage.isIconified()) {
            maximised = stage.isMaximized();
            if (!maximised && stage.getWidth() > 0 && stage.getHeight() > 0) {
                place = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            }
        }
        page = shown;
        List.copyOf(tables.keySet()).forEach(this::note);
        splits.forEach(this::noteDivider);
        WindowState now = new WindowState(place, maximised, page.name().toLowerCase(Locale.ROOT), wrap.get(), shapes, dividers, recent.ids());
        if (!now.equals(kept)) {
            kept = now;
            file.accept(now);
        }
    }
}
