package org.carillon.log;

import java.util.List;

/**
 * Some neighbouring lines of a log.
 *
 * @param lines in order
 * @param from  the offset of the first line
 * @param next  where to go on reading; a last line that is not ended is read again from its beginning
 */
public record LogPage(List<LogLine> lines, long from, long next) {
    public LogPage {
        lines = List.copyOf(lines);
    }
}
