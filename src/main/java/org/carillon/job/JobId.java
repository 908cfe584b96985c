package org.carillon.job;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/** The rules for the ids of jobs: {@code [a-z0-9][a-z0-9._-]{0,63}}. */
public final class JobId {
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LONGEST = 64;

    private JobId() {}

    public static boolean isValid(String id) {
        return VALID.matcher(id).matches();
    }

    /** @return the id itself @throws FormatException if it is not one */
    public static String check(String id) {
        if (!VALID.matcher(id).matches()) {
            throw new FormatException("id", Message.of("job.id.invalid", id));
        }
        return id;
    }

    /**
     * An id made from a name: its letters and digits in lower case, the rest as hyphens, numbered when taken.
     * A name without any Latin letter or digit gives {@code job}.
     */
    public static String fromName(String name, Predicate<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-").replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String base = slug.isEmpty() ? "job" : slug;
        String id = base.substring(0, Math.min(base.length(), LONGEST));
        for (int number = 2; taken.test(id); number++) {
            String suffix = "-" + number;
            id = base.substring(0, Math.min(base.length(), LONGEST - suffix.length())) + suffix;
        }
        return id;
    }
}
