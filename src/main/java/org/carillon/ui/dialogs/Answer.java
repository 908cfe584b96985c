package org.carillon.ui.dialogs;

/**
 * One of the answers to a question.
 *
 * @param text on its button
 * @param kind what it means
 */
public record Answer(String text, Kind kind) {
    /** What an answer means. */
    public enum Kind {
        /** What Enter chooses. */
        DEFAULT,
        OTHER,
        /** Destroys something, and is drawn so. */
        DANGER,
        /** What Escape and closing the dialog choose; nothing is done. */
        CANCEL
    }
}
