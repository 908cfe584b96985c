package org.carillon.ui.dialogs;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.carillon.job.SecretNames;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.SecretsFile;
import org.carillon.ui.fx.Background;

/** The secrets by name, and the one that is being set. Values are never shown. For the FX thread alone. */
public final class SecretsViewModel {
    private final SecretsFile file;
    private final Background background;
    private final Language language;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public SecretsViewModel(SecretsFile file, Background background, Language language) {
        this.file = file;
        this.background = background;
        this.language = language;
        name.addListener((property, before, now) -> problem.set(now.isBlank() || SecretNames.isName(now.strip())
                ? "" : Message.of("job.secret.name", now.strip()).in(language)));
        read();
    }

    private void read() {
        background.run(() -> file.names(), found -> names.setAll(found), this::failed);
    }

    private void failed(Throwable failure) {
        problem.set(Failures.words(failure, language));
    }

    ObservableList<String> names() {
        return names;
    }

    StringProperty name() {
        return name;
    }

    StringProperty value() {
        return value;
    }

    /** What is wrong, in words; empty for nothing. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is a name and a value to save. */
    BooleanBinding canSave() {
        return Bindings.createBooleanBinding(() -> SecretNames.isName(name.get().strip()) && !value.get().isEmpty(), name, value);
    }

    /** Whether there is a secret of that name. */
    BooleanBinding isKnown() {
        return Bindings.createBooleanBinding(() -> names.contains(name.get().strip()), name, names);
    }

    /** Saves it under its name, in place of the one that was there, and forgets what was typed. @param then told the name */
    void save(Consumer<String> then) {
        String wanted = name.get().strip();
        String typed = value.get();
        if (!canSave().get()) {
            return;
        }
        background.run(() -> file.set(wanted, typed), () -> {
            value.set("");
            read();
            then.accept(wanted);
        }, this::failed);
    }

    /** Removes the one of that name. */
    void remove() {
        String wanted = name.get().strip();
        background.run(() -> file.remove(wanted), removed -> {
            name.set("");
            read();
        }, this::failed);
    }
}
