package org.carillon.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.settings.Accent;
import org.carillon.settings.Appearance;
import org.carillon.settings.Density;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2.2 reckons it, 1.4.6: at least 7 to 1. */
class LookSheetTest {
    private static final double ENOUGH = 7;
    private static final Pattern COLOUR = Pattern.compile("(-(?:color|ansi)-[a-z0-9-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @EnumSource
    void inHighContrastEveryTextStandsOutFromEveryBackground(Accent accent) {
        Map<String, String> colours = colours(new Appearance(accent, 14, Density.REGULAR));
        List<String> backgrounds = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset");
        assertThat(colours).containsKeys("-color-fg-default", "-color-fg-muted", "-color-fg-subtle", "-color-accent-fg", "-color-success-fg",
                "-color-danger-fg", "-color-warning-fg", "-color-border-default", "-color-accent-emphasis", "-ansi-5");
        colours.forEach((name, colour) -> {
            if (!backgrounds.contains(name) && !name.equals("-color-fg-emphasis")) {
                backgrounds.forEach(background ->
                        assertThat(contrast(colour, colours.get(background))).as(name + " on " + background).isGreaterThanOrEqualTo(ENOUGH));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void inHighContrastTheTextOfColouredButtonsStandsOut(Accent accent) {
        Map<String, String> colours = colours(new Appearance(accent, 14, Density.REGULAR));
        for (String button : List.of("-color-accent-emphasis", "-color-success-emphasis", "-color-danger-emphasis", "-color-warning-emphasis")) {
            assertThat(contrast(colours.get("-color-fg-emphasis"), colours.get(button))).as(button).isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void contrastIsReckonedAsTheStandardSays() {
        assertThat(contrast("#ffffff", "#000000")).isEqualTo(21);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    @Test
    void fontSizeAndDensityAreInTheSheet() {
        assertThat(text(new Appearance(Accent.BLUE, 20, Density.COMPACT))).contains("-fx-font-size: 20px", "-fx-cell-size: 2em");
    }

    @Test
    void iconsGrowWithTheTextInPixels() {
        assertThat(text(new Appearance(Accent.BLUE, 21, Density.REGULAR))).contains(".ikonli-font-icon { -fx-icon-size: 27px; }");
        assertThat(text(Appearance.USUAL)).doesNotContain("-fx-icon-size");
    }

    /** The last one of a name holds. */
    private static Map<String, String> colours(Appearance look) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher matcher = COLOUR.matcher(text(look));
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static String text(Appearance look) {
        String sheet = LookSheet.of(look, false, true);
        return new String(Base64.getDecoder().decode(sheet.substring(sheet.indexOf(',') + 1)), StandardCharsets.UTF_8);
    }

    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
