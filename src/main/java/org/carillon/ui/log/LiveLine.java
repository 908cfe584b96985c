package org.carillon.ui.log;

import org.carillon.job.Run;
import org.carillon.log.LogLine;

/**
 * A line of some run, as it came.
 *
 * @param run the run that printed it, as it was then
 */
public record LiveLine(Run run, LogLine line) {}
