package org.carillon.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** Tells a region's style sheet when there is little room in it, counted in the size of its text: {@code :narrow}, and {@code :slim}. */
public final class Narrowness {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

    private Narrowness() {}

    /**
     * For as long as the region is there.
     *
     * @param text   has text of the usual size
     * @param narrow below how many times that size the region is narrow
     * @param slim   and below how many it is slim, too
     */
    public static void install(Region region, Labeled text, double narrow, double slim) {
        Runnable look = () -> {
            double room = region.getWidth() / text.getFont().getSize();
            region.pseudoClassStateChanged(NARROW, room < narrow);
            region.pseudoClassStateChanged(SLIM, room < slim);
        };
        region.widthProperty().subscribe(look);
        // The size of the text changes while styles are being applied, when it is too late for other ones.
        region.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(look);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(look);
            }
        });
    }
}
