package org.carillon.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.carillon.settings.Theme;

/** The look of every window of the program: light or dark, by itself with the system. For the FX thread alone. */
public final class WindowTheme {
    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK = new PrimerDark().getUserAgentStylesheet();
    private static final String OWN = Objects.requireNonNull(WindowTheme.class.getResource("app.css")).toExternalForm();

    private final ObjectProperty<Theme> appearance = new SimpleObjectProperty<>(this, "appearance", Theme.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final ChangeListener<ColorScheme> systemListener = (scheme, old, now) -> choose();

    public WindowTheme(Theme initial) {
        appearance.set(initial);
        appearance.addListener((property, old, now) -> choose());
        Platform.getPreferences().colorSchemeProperty().addListener(systemListener);
        dark.addListener((property, old, now) -> apply());
        choose();
        apply();
    }

    /** Which look was chosen; setting it changes all windows at once. */
    public ObjectProperty<Theme> appearance() {
        return appearance;
    }

    /** Whether the windows are dark now. */
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a window's scene the program's own styles, and its frame the same scheme. */
    public void dress(Scene scene) {
        scene.getStylesheets().add(OWN);
        scene.getPreferences().colorSchemeProperty().bind(dark.map(isDark -> isDark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    private void choose() {
        dark.set(switch (appearance.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    }

    private void apply() {
        Application.setUserAgentStylesheet(dark.get() ? DARK : LIGHT);
    }

    /** Stops following the system. */
    public void close() {
        Platform.getPreferences().colorSchemeProperty().removeListener(systemListener);
    }
}
