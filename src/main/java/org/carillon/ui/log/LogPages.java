package org.carillon.ui.log;

import org.carillon.log.LogPage;

/** Lines of a run's log in order, all of them or some. Those that are asked for by number wait for the disk, unless said otherwise. */
interface LogPages {
    /** The lines from an offset on, at most so many. */
    LogPage read(long runId, long from, int most);

    /** The lines before an offset, at most so many and the nearest ones, in order. @param before {@link Long#MAX_VALUE} for the end */
    LogPage readBefore(long runId, long before, int most);

    /** Where the line begins that stands behind such a share of all, from 0 to 1. */
    long at(long runId, double share);

    /** Which share of all stands before that offset, from 0 to 1, as far as it is known. Does not wait. */
    double share(long offset);
}
