package org.carillon.interchange;

import java.util.List;
import org.carillon.job.Job;
import org.carillon.message.Message;

/**
 * One entry of what is to be imported (a line of a crontab, a unit, a task), and what becomes of it.
 *
 * @param file     the name of the file it stands in; empty where it is the only one
 * @param line     its number, from 1; 0 where the source has no lines of its own, as in JSON
 * @param text     the line as it stands there, without its end; for an entry of several lines what names it
 * @param outcome  what becomes of it
 * @param warnings what is lost or hardly meant
 */
public record ImportEntry(String file, int line, String text, Outcome outcome, List<Message> warnings) {
    public ImportEntry {
        warnings = List.copyOf(warnings);
    }

    /** An entry of the only file. */
    public ImportEntry(int line, String text, Outcome outcome, List<Message> warnings) {
        this("", line, text, outcome, warnings);
    }

    ImportEntry in(String newFile) {
        return new ImportEntry(newFile, line, text, outcome, warnings);
    }

    ImportEntry with(Outcome newOutcome) {
        return new ImportEntry(file, line, text, newOutcome, warnings);
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
