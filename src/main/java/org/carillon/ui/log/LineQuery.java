package org.carillon.ui.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.carillon.log.EscapeFilter;
import org.carillon.log.LineScan;
import org.carillon.log.LogStream;

/**
 * Which lines are looked for.
 *
 * @param pattern    in which this is found, null for all
 * @param errorsOnly only those of the error stream
 */
record LineQuery(Pattern pattern, boolean errorsOnly) {
    /** @throws PatternSyntaxException if it is to be a regular expression and is none */
    static LineQuery of(String text, boolean regex, boolean matchCase, boolean errorsOnly) {
        if (text.isEmpty()) {
            return new LineQuery(null, errorsOnly);
        }
        int flags = (regex ? 0 : Pattern.LITERAL) | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new LineQuery(Pattern.compile(text, flags), errorsOnly);
    }

    /** Whether there is anything to look for. */
    boolean isBlank() {
        return pattern == null && !errorsOnly;
    }

    boolean matches(LineScan line) {
        return (!errorsOnly || line.stream() == LogStream.ERR)
                && (pattern == null || pattern.matcher(EscapeFilter.plain(line.searched())).find());
    }

    /** Where in a text without escape sequences something is found; empty for all of it. */
    Optional<Matcher> in(String plain) {
        return pattern == null ? Optional.empty() : Optional.of(pattern.matcher(plain));
    }
}
