package org.carillon.ui.log;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.carillon.log.LineQuery;
import org.carillon.log.LineScan;

/** Where the view reads the output of runs: all lines, and what else can be asked of a log. Every method may wait for the disk. */
public interface LogSource extends LogPages, AutoCloseable {
    /** Where the line begins that holds what arrived at or after that time. */
    long at(long runId, Instant time);

    /** Where the first line of the error stream begins, if there is one. */
    Optional<Long> firstError(long runId);

    /** A line as the file has it, up to a megabyte. */
    String whole(long runId, long offset);

    /** What is shown of a long line, so many letters at most. @param query what is looked for in it */
    Unfolded unfold(long runId, long offset, LineQuery query, int most);

    /** Walks through all lines; empty while there is no log. */
    Optional<LineScan> scan(long runId);

    /** The file with the text, if there is one. */
    Optional<Path> file(long runId);

    /** In which encoding it is read; null where there is no log. */
    Charset encoding(long runId);

    /** Reads it in another encoding from now on; null for the job's own, or what it looks like. */
    void readAs(Charset encoding);

    /** Lets go of the files; another reading opens them again. */
    @Override
    void close();
}
