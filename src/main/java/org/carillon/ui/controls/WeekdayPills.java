package org.carillon.ui.controls;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.carillon.message.Language;

/** Seven small buttons, Monday first, that put weekdays into a set and take them out. */
public final class WeekdayPills extends HBox {
    private final Map<DayOfWeek, ToggleButton> pills = new EnumMap<>(DayOfWeek.class);

    public WeekdayPills() {
        getStyleClass().add("weekday-pills");
        for (DayOfWeek day : DayOfWeek.values()) {
            ToggleButton pill = new ToggleButton();
            pill.setId(day.name().toLowerCase(Locale.ROOT));
            pill.getStyleClass().add("weekday-pill");
            pills.put(day, pill);
            getChildren().add(pill);
        }
    }

    /** Shows and changes that set, with the names of the days in that language. For one call. */
    public void bind(ObservableSet<DayOfWeek> days, Language language) {
        pills.forEach((day, pill) -> {
            String name = day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
            pill.setText(day.getDisplayName(
                    language == Language.CHINESE ? TextStyle.NARROW_STANDALONE : TextStyle.SHORT_STANDALONE, language.locale()));
            pill.setTooltip(new Tooltip(name));
            pill.setAccessibleText(name);
            pill.setSelected(days.contains(day));
            pill.selectedProperty().addListener((selected, before, now) -> {
                if (now) {
                    days.add(day);
                } else {
                    days.remove(day);
                }
            });
        });
        days.addListener((SetChangeListener<DayOfWeek>) change ->
                pills.forEach((day, pill) -> pill.setSelected(days.contains(day))));
    }

    @Override
    public void requestFocus() {
        pills.get(DayOfWeek.MONDAY).requestFocus();
    }
}
