package org.carillon.job;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.carillon.message.Message;

/**
 * When a command counts as successful.
 *
 * @param exitCodes    the exit codes that do
 * @param failIfOutput a regular expression; a line of output in which it is found makes the run fail. Null for none
 */
public record SuccessRule(Set<Integer> exitCodes, String failIfOutput) {
    /** Exit code 0, whatever it prints. */
    public static final SuccessRule DEFAULT = new SuccessRule(Set.of(0), null);

    public SuccessRule {
        Objects.requireNonNull(exitCodes, "exitCodes");
        exitCodes = java.util.Collections.unmodifiableSet(new TreeSet<>(exitCodes));
        if (failIfOutput != null) {
            try {
                Pattern.compile(failIfOutput);
            } catch (PatternSyntaxException e) {
                throw new FormatException("", Message.of("job.success.pattern", failIfOutput, e.getDescription()), e);
            }
        }
    }
}
