package org.carillon.job;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/** How jobs name secrets, which are kept apart from them: {@code ${secret:NAME}}. */
public final class SecretNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{secret:([^}]*)\\}");

    private SecretNames() {}

    /** Whether a secret can be called so: letters, digits, underscores, dots and hyphens, at most 64. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws FormatException at {@code field} if no secret can be called so */
    static String check(String name, String field) {
        if (name != null && !isName(name)) {
            throw new FormatException(field, Message.of("job.secret.name", name));
        }
        return name;
    }

    /** How a job names that secret within a text. */
    public static String reference(String name) {
        return "${secret:" + name + "}";
    }

    /** The names in a text. */
    public static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        REFERENCE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The text with each reference replaced by what {@code value} gives for its name. */
    public static String replace(String text, UnaryOperator<String> value) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }
}
