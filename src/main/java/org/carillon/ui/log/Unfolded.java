package org.carillon.ui.log;

/**
 * What is shown of a long line that a person wants to see.
 *
 * @param text  its text from its beginning with its escape sequences, or the part without them in which the first match is
 * @param match how many letters are before the first match; -1 if nothing is looked for, or it is not there
 */
record Unfolded(String text, long match) {}
