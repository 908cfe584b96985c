package org.carillon.ui.jobs;

import javafx.css.PseudoClass;

/** States that the style sheet knows. */
final class Styles {
    /** Said in a softer colour, because nothing will happen. */
    static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

    private Styles() {}
}
