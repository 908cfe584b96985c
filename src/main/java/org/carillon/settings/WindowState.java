package org.carillon.settings;

import java.util.List;
import java.util.Map;

/**
 * How a person left the window.
 *
 * @param place     null if it was never shown; of a maximised window where it stands otherwise
 * @param maximised whether it fills the screen
 * @param page      the name of the page, empty for the first one
 * @param wrap      whether long lines of logs go on below
 * @param tables    how the tables look, by their names
 * @param dividers  where the parts of pages meet, from 0 to 1, by the pages' names
 * @param recent    what was chosen lately in the palette, the newest first
 */
public record WindowState(WindowPlace place, boolean maximised, String page, boolean wrap, Map<String, TableShape> tables,
        Map<String, Double> dividers, List<String> recent) {
    public static final WindowState NONE = new WindowState(null, false, "", false, Map.of(), Map.of(), List.of());

    public WindowState {
        tables = Map.copyOf(tables);
        dividers = Map.copyOf(dividers);
        recent = List.copyOf(recent);
    }
}
