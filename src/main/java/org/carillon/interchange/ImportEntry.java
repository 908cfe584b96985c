package org.carillon.interchange;

import java.util.List;
import org.carillon.job.Job;
import org.carillon.message.Message;

/**
 * One line of what is to be imported, and what becomes of it.
 *
 * @param line     its number, from 1; 0 where the source has no lines of its own, as in JSON
 * @param text     the line as it stands there, without its end
 * @param outcome  what becomes of it
 * @param warnings what is lost or hardly meant
 */
public record ImportEntry(int line, String text, Outcome outcome, List<Message> warnings) {
    public ImportEntry {
        warnings = List.copyOf(warnings);
    }

    /** What becomes of a line. */
    public sealed interface Outcome {}

    /** A job. */
    public record Becomes(Job job) implements Outcome {}

    /**
     * Nothing, because something is wrong with it.
     *
     * @param why  what is wrong
     * @param from where in the line the mistake begins, in UTF-16 units
     * @param to   where it ends, exclusive
     */
    public record Refused(Message why, int from, int to) implements Outcome {}

    /** A setting for the lines below it. */
    public record Sets(String name, String value) implements Outcome {}

    /** A comment or an empty line. */
    public record Nothing() implements Outcome {}
}
