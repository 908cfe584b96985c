package org.carillon.ui.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How a log is shown: how large, and whether long lines go on below. For the FX thread alone. */
final class LogLook {
    private static final int USUAL = 12;
    private static final int SMALLEST = 8;
    private static final int LARGEST = 32;
    private static final double LINE = 1.75;

    private final IntegerProperty size = new SimpleIntegerProperty(this, "size", USUAL);
    private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap");
    private final BooleanProperty unfolded = new SimpleBooleanProperty(this, "unfolded");

    IntegerProperty size() {
        return size;
    }

    BooleanProperty wrap() {
        return wrap;
    }

    /** Whether some long line is shown whole, on as many lines as it needs. */
    BooleanProperty unfolded() {
        return unfolded;
    }

    /** Whether lines can be of different heights. */
    boolean isTall() {
        return wrap.get() || unfolded.get();
    }

    void larger() {
        size.set(Math.min(LARGEST, size.get() + 1));
    }

    void smaller() {
        size.set(Math.max(SMALLEST, size.get() - 1));
    }

    void usual() {
        size.set(USUAL);
    }

    /** The address of a style sheet for the rows of a table of lines; its headings are as large as those of all tables. */
    String sheet() {
        String rows = ".table-row-cell { -fx-font-size: " + size.get() + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rows.getBytes(StandardCharsets.UTF_8));
    }

    /** How large an icon beside the text is, in pixels. */
    int iconSize() {
        return size.get() + 1;
    }

    /** How high a line is, in pixels. */
    double lineHeight() {
        return Math.ceil(size.get() * LINE);
    }
}
