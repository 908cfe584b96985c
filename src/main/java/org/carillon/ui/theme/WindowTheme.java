package org.carillon.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import org.carillon.settings.Appearance;
import org.carillon.settings.Theme;

/** The look of every window of the program: light or dark, by itself with the system. For the FX thread alone. */
public final class WindowTheme {
    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK = new PrimerDark().getUserAgentStylesheet();
    private static final String OWN = Objects.requireNonNull(WindowTheme.class.getResource("app.css")).toExternalForm();

    /** So much of the screen a window takes at most when it opens. */
    private static final double OF_SCREEN = 0.96;

    private final ObjectProperty<Theme> appearance = new SimpleObjectProperty<>(this, "appearance", Theme.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final ObjectProperty<Appearance> look = new SimpleObjectProperty<>(this, "look", Appearance.USUAL);
    private final ReadOnlyStringWrapper choices = new ReadOnlyStringWrapper(this, "choices", "");
    private final ChangeListener<ColorScheme> systemListener = (scheme, old, now) -> choose();

    public WindowTheme(Theme initial) {
        appearance.set(initial);
        appearance.addListener((property, old, now) -> choose());
        Platform.getPreferences().colorSchemeProperty().addListener(systemListener);
        look.addListener((property, old, now) -> choose());
        dark.addListener((property, old, now) -> apply());
        choose();
        apply();
    }

    /** Which look was chosen; setting it changes all windows at once. */
    public ObjectProperty<Theme> appearance() {
        return appearance;
    }

    /** Colour, size and room of all windows; setting it changes all of them at once. */
    public ObjectProperty<Appearance> look() {
        return look;
    }

    /** Whether the windows are dark now. */
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a window's scene the program's own styles, and its frame the same scheme. */
    public void dress(Scene scene) {
        FullText.install(scene);
        scene.getStylesheets().addAll(OWN, choices.get());
        choices.addListener(new Dressed(new WeakReference<>(scene)));
        scene.getPreferences().colorSchemeProperty().bind(dark.map(isDark -> isDark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    /** How large a window begins that is made for text of the usual size: as much larger as the text is, within the screen. */
    public Dimension2D size(double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double scale = (double) look.get().fontSize() / Appearance.USUAL.fontSize();
        return new Dimension2D(Math.min(width * scale, screen.getWidth() * OF_SCREEN), Math.min(height * scale, screen.getHeight() * OF_SCREEN));
    }

    private void choose() {
        dark.set(switch (appearance.get()) {
            case LIGHT, HIGH_CONTRAST -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
        choices.set(LookSheet.of(look.get(), dark.get(), appearance.get() == Theme.HIGH_CONTRAST));
    }

    private void apply() {
        Application.setUserAgentStylesheet(dark.get() ? DARK : LIGHT);
    }

    /** Stops following the system. */
    public void close() {
        Platform.getPreferences().colorSchemeProperty().removeListener(systemListener);
    }

    /** Follows what is chosen for as long as its window is there: forms come and go, and the theme outlives them. */
    private record Dressed(Reference<Scene> scene) implements ChangeListener<String> {
        @Override
        public void changed(ObservableValue<? extends String> choices, String old, String now) {
            Scene dressed = scene.get();
            if (dressed == null) {
                choices.removeListener(this);
            } else {
                dressed.getStylesheets().replaceAll(sheet -> sheet.equals(old) ? now : sheet);
            }
        }
    }
}
