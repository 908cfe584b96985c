package org.carillon.log;

import java.time.Instant;

/**
 * One line of a run's output, without its line end.
 *
 * @param offset where it begins in the log file, in bytes
 * @param time   when it arrived
 * @param stream where it was printed to
 * @param text   decoded; a very long line is cut for display, the file has it whole
 * @param ended  false while the job has not ended this line
 */
public record LogLine(long offset, Instant time, LogStream stream, String text, boolean ended) {
    /** Whether the file may have more of the line than {@link #text}. */
    public boolean mayBeCut() {
        return text.length() > LineText.LEAST_CUT && text.endsWith(LineText.CUT);
    }
}
