package org.carillon.ui.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.carillon.settings.Accent;
import org.carillon.settings.Appearance;
import org.carillon.settings.Density;

/** A style sheet for what the person has chosen, to lie over the theme's own. */
final class LookSheet {
    /** Those of a terminal's colours that are not the theme's. */
    private static final String TERMINAL = ".log-table { -ansi-5: #5b21a6; -ansi-6: #0b4a4f; -ansi-13: #4c1d95; -ansi-14: #0a3d42; }\n";

    /** What is told apart by a pale colour elsewhere. */
    private static final String EDGES = ".root .cron-cell { -fx-border-color: -color-border-default; }\n"
            + ".root .cron-cell:current { -fx-border-color: -color-accent-emphasis; -fx-border-width: 2px; }\n"
            + ".navigation > .toggle-button:selected { -fx-background-color: -color-accent-emphasis; }\n"
            + ".navigation > .toggle-button:selected .label { -fx-text-fill: -color-fg-emphasis; }\n"
            + ".navigation > .toggle-button:selected .ikonli-font-icon { -fx-icon-color: -color-fg-emphasis; }\n";

    private LookSheet() {}

    /** Its address. */
    static String of(Appearance look, boolean dark, boolean highContrast) {
        String sheet = ".root { -fx-font-size: " + look.fontSize() + "px; " + accent(look.accent(), dark) + (highContrast ? contrast() : "") + "}\n" + (highContrast ? TERMINAL + EDGES : "")
                + (look.fontSize() == Appearance.USUAL.fontSize() ? "" : icons(look.fontSize()))
                + (look.density() == Density.REGULAR ? "" : density(look.density()));
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
    }

    /** Blue is the theme's own. */
    private static String accent(Accent accent, boolean dark) {
        return switch (accent) {
            case BLUE -> "";
            case GREEN -> dark ? accent("#3fb950", "#238636", "46,160,67") : accent("#1a7f37", "#1f883d", "31,136,61");
            case PURPLE -> dark ? accent("#a371f7", "#8957e5", "163,113,247") : accent("#8250df", "#8250df", "130,80,223");
            case ORANGE -> dark ? accent("#db6d28", "#bd561d", "219,109,40") : accent("#bc4c00", "#bc4c00", "188,76,0");
            case RED -> dark ? accent("#f85149", "#da3633", "248,81,73") : accent("#cf222e", "#cf222e", "207,34,46");
        };
    }

    private static String accent(String foreground, String emphasis, String colours) {
        return "-color-accent-fg: " + foreground + "; -color-accent-emphasis: " + emphasis + "; -color-accent-muted: rgba(" + colours
                + ",0.4); -color-accent-subtle: rgba(" + colours + ",0.12); ";
    }

    private static String contrast() {
        return "-color-bg-default: #ffffff; -color-bg-subtle: #ffffff; -color-bg-inset: #ffffff; -color-fg-default: #000000; -color-fg-muted: #1b1f24; "
                + "-color-fg-subtle: #30363d; -color-border-default: #000000; -color-border-muted: #000000; -color-border-subtle: #000000; "
                + "-color-success-fg: #024c1a; -color-danger-fg: #86061d; -color-warning-fg: #4e2c00; -color-accent-fg: #023b95; "
                + "-color-accent-emphasis: #023b95; -color-success-emphasis: #024c1a; -color-danger-emphasis: #86061d; "
                + "-color-warning-emphasis: #4e2c00; -color-fg-emphasis: #ffffff; ";
    }

    /** In pixels: an icon is a letter of its own font, so that a size in em would grow by itself. */
    private static String icons(int fontSize) {
        return icon(".ikonli-font-icon", 18, fontSize) + icon(".dialog-icon", 28, fontSize) + icon(".empty-icon", 40, fontSize);
    }

    private static String icon(String selector, int usual, int fontSize) {
        return selector + " { -fx-icon-size: " + Math.round((float) usual * fontSize / Appearance.USUAL.fontSize()) + "px; }\n";
    }

    private static String density(Density density) {
        boolean compact = density == Density.COMPACT;
        return "#jobs, #runs, #next-runs { -fx-fixed-cell-size: " + (compact ? "1.9em" : "3.2em") + "; }\n"
                + ".list-cell { -fx-cell-size: " + (compact ? "2em" : "3.4em") + "; }\n"
                + ".button, .menu-button, .toggle-button, .text-input, .combo-box-base > .list-cell { -fx-padding: "
                + (compact ? "0.25em 0.6em" : "0.7em 1em") + "; }\n";
    }
}
