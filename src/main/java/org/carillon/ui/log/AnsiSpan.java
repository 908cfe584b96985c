package org.carillon.ui.log;

/**
 * A part of a line that looks the same.
 *
 * @param text without escape sequences
 */
record AnsiSpan(String text, AnsiStyle style) {}
