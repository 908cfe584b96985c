package org.carillon.log;

import java.util.regex.Pattern;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A regular expression that goes deeper in a line than a thread's stack. */
public final class DeepPatternException extends ExplainedException {
    DeepPatternException(Pattern pattern) {
        super(Message.of("log.deep", pattern.pattern()));
    }
}
