package org.carillon.message;

import java.text.MessageFormat;
import java.util.List;

/**
 * Something to tell a person, in whichever language they read: a key of a message file and what to fill in.
 *
 * @param key       for instance {@code trigger.cron.fieldCount}; its first word (below {@code ui} the first two) names the package whose file holds it
 * @param arguments for {@link MessageFormat}; an argument that is itself a {@code Message} is told in the same language
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The sentence in that language. */
    public String in(Language language) {
        String pattern = Texts.pattern(key, language);
        if (arguments.isEmpty()) {
            return pattern;
        }
        Object[] told = arguments.stream()
                .map(argument -> argument instanceof Message nested ? nested.in(language) : argument)
                .toArray();
        return new MessageFormat(pattern, language.locale()).format(told);
    }

    /** The sentence in English, for logs. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
