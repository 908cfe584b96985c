package org.carillon.interchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of line of a crontab it is, told as cron tells it: by its form alone. */
sealed interface CrontabLine {
    /** Blank. */
    record Empty() implements CrontabLine {}

    /** @param text what follows the {@code #}, without blanks around it */
    record Comment(String text) implements CrontabLine {}

    /** @param valueAt where in the line the value begins */
    record Variable(String name, String value, int valueAt) implements CrontabLine {}

    /**
     * A schedule and a command.
     *
     * @param schedule   as it stands there; five fields, or one word that begins with {@code @}
     * @param scheduleAt where in the line it begins
     * @param command    empty if there is none; as it stands there, with its percent signs
     */
    record Entry(String schedule, int scheduleAt, String command) implements CrontabLine {}

    /** {@code NAME = value}: blanks around the equals sign are free, both sides may be in quotes. crontab(5) */
    Pattern ASSIGNMENT = Pattern.compile("""
            [ \\t]*(?:"([^"=]+)"|'([^'=]+)'|([A-Za-z_][A-Za-z0-9_]*))[ \\t]*=[ \\t]*(?:"([^"]*)"|'([^']*)'|(.*?))[ \\t]*""");

    /** The schedule of an entry with what separates its fields; the rest is the command. */
    Pattern SCHEDULE = Pattern.compile("[ \\t]*(@[^ \\t]*|[^ \\t]+(?:[ \\t]+[^ \\t]+){0,4})[ \\t]*(.*?)[ \\t]*");

    static CrontabLine read(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Empty();
        }
        if (text.startsWith("#")) {
            return new Comment(text.replaceFirst("^#+", "").strip());
        }
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (assignment.matches()) {
            int value = firstGroup(assignment, 4, 6);
            return new Variable(assignment.group(firstGroup(assignment, 1, 3)), assignment.group(value), assignment.start(value));
        }
        Matcher schedule = SCHEDULE.matcher(line);
        if (!schedule.matches()) {
            throw new IllegalStateException("Neither blank nor words: " + line);
        }
        return new Entry(schedule.group(1), schedule.start(1), schedule.group(2));
    }

    private static int firstGroup(Matcher matcher, int from, int to) {
        for (int group = from; group < to; group++) {
            if (matcher.group(group) != null) {
                return group;
            }
        }
        return to;
    }
}
