package org.carillon.ui.log;

import org.carillon.log.LogPage;

/** Where the view reads the output of runs. Every method may wait for the disk. */
public interface LogSource extends AutoCloseable {
    /** The lines from an offset on, at most so many. @param from where a line begins */
    LogPage read(long runId, long from, int most);

    /** The lines before an offset, at most so many and the nearest ones, in order. @param before {@link Long#MAX_VALUE} for the end */
    LogPage readBefore(long runId, long before, int most);

    /** Lets go of the files; another reading opens them again. */
    @Override
    void close();
}
