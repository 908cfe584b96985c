package org.carillon.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.carillon.ui.dialogs.Failures;
import org.carillon.message.Language;
import org.carillon.ui.fx.Background;

/** What the palette has found for what is typed. Searches in the background, one search at a time. For the FX thread alone. */
public final class PaletteViewModel {
    private static final int MOST = 200;

    private final Background background;
    private final RecentChoices recent;
    private final Language language;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PaletteEntry> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper searchedFor = new ReadOnlyStringWrapper(this, "searchedFor");
    private Supplier<List<PaletteEntry>> source = List::of;
    private List<PaletteEntry> entries;
    private boolean searching;
    private boolean again;

    public PaletteViewModel(Background background, RecentChoices recent, Language language) {
        this.background = background;
        this.recent = recent;
        this.language = language;
        typed.subscribe((before, now) -> search());
    }

    /** Begins with an empty field. @param all everything that can be chosen; asked once, in the background */
    public void open(Supplier<List<PaletteEntry>> all) {
        source = all;
        entries = null;
        found.clear();
        chosen.set(null);
        searchedFor.set(null);
        typed.set("");
        search();
    }

    StringProperty typed() {
        return typed;
    }

    /** The best first. */
    ObservableList<PaletteEntry> found() {
        return found;
    }

    /** What Enter does; null if nothing was found. */
    ReadOnlyObjectProperty<PaletteEntry> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** What {@link #found()} was found for; null before the first search has ended. */
    ReadOnlyStringProperty searchedFor() {
        return searchedFor.getReadOnlyProperty();
    }

    /** Why the search did not work, empty if it did. */
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    private void search() {
        if (searching) {
            again = true;
            return;
        }
        searching = true;
        String wanted = typed.get();
        List<String> lately = List.copyOf(recent.ids());
        List<PaletteEntry> known = entries;
        Supplier<List<PaletteEntry>> asked = source;
        background.run(() -> {
            List<PaletteEntry> all = known == null ? asked.get() : known;
            return new Result(asked, all, new PaletteSearch(all, lately, MOST).find(wanted));
        }, result -> show(result, wanted), problem -> {
            failure.set(Failures.words(problem, language));
            ended();
        });
    }

    private record Result(Supplier<List<PaletteEntry>> source, List<PaletteEntry> all, List<PaletteEntry> best) {}

    private void show(Result result, String wanted) {
        if (result.source() == source) {
            entries = result.all();
            failure.set("");
            found.setAll(result.best());
            chosen.set(found.isEmpty() ? null : found.getFirst());
            searchedFor.set(wanted);
        }
        ended();
    }

    private void ended() {
        searching = false;
        if (again) {
            again = false;
            search();
        }
    }

    /** Goes so many lines down, or up; stays within what was found. */
    void move(int lines) {
        if (!found.isEmpty()) {
            chosen.set(found.get(Math.clamp((long) found.indexOf(chosen.get()) + lines, 0, found.size() - 1)));
        }
    }

    /** Points at that one. */
    void point(PaletteEntry entry) {
        chosen.set(entry);
    }

    /** Does what is pointed at. @return false if there is nothing */
    boolean run() {
        PaletteEntry entry = chosen.get();
        if (entry == null) {
            return false;
        }
        recent.use(entry.id());
        entry.run().run();
        return true;
    }
}
