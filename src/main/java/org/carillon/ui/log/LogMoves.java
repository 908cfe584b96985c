package org.carillon.ui.log;

/** Hears how the lines in memory move, so that those in sight stay where they are. */
interface LogMoves {
    LogMoves NONE = new LogMoves() {
        @Override
        public void prepended(int lines) {}

        @Override
        public void dropped(int lines) {}

        @Override
        public void reveal(int index, boolean select) {}
    };

    /** So many lines have come in front of those in sight. */
    void prepended(int lines);

    /** So many lines in front of those in sight are gone. */
    void dropped(int lines);

    /** This line is to be seen. @param select whether it is to be marked */
    void reveal(int index, boolean select);
}
