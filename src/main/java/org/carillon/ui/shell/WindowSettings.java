package org.carillon.ui.shell;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.carillon.message.Language;
import org.carillon.settings.Settings;
import org.carillon.ui.fx.Background;

/** The settings as the window knows them: a change takes effect at once and is written in the background. For the FX thread alone. */
public final class WindowSettings {
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final Consumer<Settings> file;
    private final Background background;
    private boolean writing;
    private boolean again;

    /** @param file writes the settings; called by one thread at a time, with the newest settings last */
    public WindowSettings(Settings initial, Consumer<Settings> file, Background background) {
        this.settings = new ReadOnlyObjectWrapper<>(this, "settings", initial);
        this.file = file;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** The chosen language, or else the machine's. */
    public Language language() {
        Language chosen = settings.get().language();
        return chosen == null ? Language.ofMachine() : chosen;
    }

    /** @param failed is told if it could not be written; it holds until the program ends all the same */
    public void change(UnaryOperator<Settings> change, Consumer<Throwable> failed) {
        settings.set(change.apply(settings.get()));
        write(failed);
    }

    /** Somebody else has changed them. What was changed here and is being written comes after that. */
    public void take(Settings changed) {
        if (!writing) {
            settings.set(changed);
        }
    }

    private void write(Consumer<Throwable> failed) {
        if (writing) {
            again = true;
            return;
        }
        writing = true;
        Settings now = settings.get();
        background.run(() -> file.accept(now), () -> written(failed), problem -> {
            written(failed);
            failed.accept(problem);
        });
    }

    private void written(Consumer<Throwable> failed) {
        writing = false;
        if (again) {
            again = false;
            write(failed);
        }
    }
}
