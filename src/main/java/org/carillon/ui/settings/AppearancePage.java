package org.carillon.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.settings.Accent;
import org.carillon.settings.Appearance;
import org.carillon.settings.Density;
import org.carillon.settings.Theme;
import org.carillon.ui.controls.Segments;

/** How the window looks. */
final class AppearancePage extends SettingsPage {
    AppearancePage(SettingsParts parts) {
        super(parts);
        Appearance look = parts.store().now().appearance();
        heading("page.appearance");
        choice("theme", List.of(Theme.values()), parts.store().now().theme(), now -> parts.store().change(settings -> settings.withTheme(now)));
        choice("accent", List.of(Accent.values()), look.accent(), now -> change(now, null, null));
        choice("density", List.of(Density.values()), look.density(), now -> change(null, null, now));
        row("fontSize", new CheckedField(parts, "settings-font", Integer.toString(look.fontSize()), Checks.whole(Appearance.LEAST_FONT, Appearance.MOST_FONT),
                text -> change(null, Integer.valueOf(text), null)).wide(4), say("fontSize.hint", Appearance.LEAST_FONT, Appearance.MOST_FONT));
    }

    private <E extends Enum<E>> void choice(String key, List<E> values, E initial, Consumer<E> keep) {
        ObjectProperty<E> chosen = new SimpleObjectProperty<>(initial);
        Segments<E> segments = new Segments<>();
        segments.setId("settings-" + key);
        segments.bind(values, each -> say(key + "." + each.name().toLowerCase(Locale.ROOT).replace("_", "")), chosen);
        chosen.addListener((value, before, now) -> keep.accept(now));
        row(key, segments);
    }

    /** What is null stays as it is. */
    private void change(Accent accent, Integer fontSize, Density density) {
        parts.store().change(settings -> {
            Appearance now = settings.appearance();
            return settings.withAppearance(new Appearance(accent == null ? now.accent() : accent, fontSize == null ? now.fontSize() : fontSize,
                    density == null ? now.density() : density));
        });
    }
}
