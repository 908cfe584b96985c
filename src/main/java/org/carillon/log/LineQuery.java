package org.carillon.log;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which lines are looked for. Every search asks it, so that all of them find the same: in the whole text of a line, as a person reads
 * it, in little memory however long the line is. In a line of more than two billion letters, a match of more than half a million
 * letters may be missed.
 *
 * @param pattern    in which this is found, null for all
 * @param errorsOnly only those of the error stream
 */
public record LineQuery(Pattern pattern, boolean errorsOnly) {
    /** Any line. */
    public static final LineQuery ALL = new LineQuery(null, false);

    /** @throws PatternSyntaxException if it is to be a regular expression and is none */
    public static LineQuery of(String text, boolean regex, boolean matchCase, boolean errorsOnly) {
        if (text.isEmpty()) {
            return new LineQuery(null, errorsOnly);
        }
        int flags = (regex ? 0 : Pattern.LITERAL) | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new LineQuery(Pattern.compile(text, flags), errorsOnly);
    }

    /** Whether a text is looked for and not an expression, for which a line may take any time. */
    public boolean isPlain() {
        return pattern == null || (pattern.flags() & Pattern.LITERAL) != 0;
    }

    /** Whether there is anything to look for. */
    public boolean isBlank() {
        return pattern == null && !errorsOnly;
    }

    /**
     * Whether it is a line that is looked for.
     *
     * @param cancelled asked again and again: a search in a long line, or for an expression that tries very much, takes time
     * @throws CancellationException soon after it is cancelled
     * @throws DeepPatternException  if the expression needs more memory for this line than there is
     */
    public boolean matches(LineScan line, BooleanSupplier cancelled) {
        return (!errorsOnly || line.stream() == LogStream.ERR) && (pattern == null || find(line.plain(cancelled), cancelled) >= 0);
    }

    /** How many letters of the line's plain text are before the first match; -1 if there is none. Throws what {@link #matches} throws. */
    public long find(LineScan line, BooleanSupplier cancelled) {
        return pattern == null ? -1 : find(line.plain(cancelled), cancelled);
    }

    /** The same of a line that a page holds, for plain text; empty if only {@link #matches(LineScan, BooleanSupplier)} can tell. */
    public Optional<Boolean> matches(LogLine line) {
        if (errorsOnly && line.stream() != LogStream.ERR) {
            return Optional.of(false);
        }
        boolean found = pattern == null || pattern.matcher(EscapeFilter.plain(line.text())).find();
        return found || !line.mayBeCut() ? Optional.of(found) : Optional.empty();
    }

    /** The same of a line that a page holds whole, for any pattern. Throws what {@link #matches(LineScan, BooleanSupplier)} throws. */
    public boolean matches(LogLine line, BooleanSupplier cancelled) {
        return (!errorsOnly || line.stream() == LogStream.ERR) && (pattern == null || find(EscapeFilter.plain(line.text()), cancelled) >= 0);
    }

    /** Where the pattern is found first in that text, which has no escape sequences. */
    long find(CharSequence text, BooleanSupplier cancelled) {
        Matcher matcher = pattern.matcher(isPlain() ? text : new CancellableText(text, cancelled));
        try {
            return text instanceof LongLine longLine ? find(longLine, matcher) : matcher.find() ? matcher.start() : -1;
        } catch (StackOverflowError e) {
            // Without it as the cause: its thousand lines are all the same.
            throw new DeepPatternException(pattern);
        }
    }

    /** Looks through one section after the other: what could begin in the half that two share is left to the second. */
    private static long find(LongLine text, Matcher matcher) {
        matcher.useAnchoringBounds(false).useTransparentBounds(true);
        while (true) {
            // Short of the end, so that this end is no end of a line.
            int end = text.hasMore() ? text.length() - 1 : text.length();
            if (matcher.region(text.shared() / 2, end).find()) {
                return text.base() + matcher.start();
            }
            if (!text.hasMore()) {
                return -1;
            }
            text.advance();
            matcher.reset();
        }
    }

    /** Gets where a match begins and ends. */
    @FunctionalInterface
    public interface Found {
        void at(int start, int end);
    }

    /**
     * Tells of each match in a text without escape sequences, for marking them: where it is cancelled, or the expression goes too deep,
     * the rest is not told.
     */
    public void eachIn(CharSequence text, BooleanSupplier cancelled, Found found) {
        if (pattern == null) {
            return;
        }
        try {
            for (Matcher matcher = pattern.matcher(new CancellableText(text, cancelled)); matcher.find(); ) {
                found.at(matcher.start(), matcher.end());
            }
        } catch (CancellationException | StackOverflowError e) {
            // What was found until then is marked.
        }
    }
}
