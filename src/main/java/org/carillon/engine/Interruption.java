package org.carillon.engine;

import java.time.Instant;
import org.carillon.job.Reason;

/**
 * A time in which the scheduler could not do its work.
 *
 * @param until when it was over, by the wall clock
 * @param cause why planned times before that were missed
 */
record Interruption(Instant until, Reason.Cause cause) {}
