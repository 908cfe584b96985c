package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carillon.job.JobId;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;

/** What makes jobs of one crontab's lines findable and readable: ids and descriptions. */
final class CrontabJobs {
    private static final Set<String> COLUMN_TITLES = Set.of("dom", "dow");
    private static final int HASH_DIGITS = 8;
    private static final int LONGEST_PROGRAM = 40;

    private final Map<String, Integer> timesSeen = new HashMap<>();

    /**
     * An id made from the line alone, so that a second import of it finds the first's job. Blanks between its parts do not matter;
     * lines that are the same otherwise are numbered.
     */
    String id(CrontabLine.Entry entry, CrontabCommand command) {
        String line = entry.schedule().replaceAll("[ \\t]+", " ") + " " + entry.command();
        String program = JobId.fromName(CommandNames.program(command.line()), id -> false);
        String id = program.substring(0, Math.min(program.length(), LONGEST_PROGRAM)) + "-" + hash(line);
        int count = timesSeen.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "-" + count;
    }

    /** The comment above an entry as its description; nothing for the titles of the columns or an entry that was commented out. */
    static String description(String comment, TriggerDefaults defaults) {
        for (String word : comment.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (COLUMN_TITLES.contains(word)) {
                return "";
            }
        }
        return isEntry(comment, defaults) ? "" : comment;
    }

    private static boolean isEntry(String comment, TriggerDefaults defaults) {
        if (!(CrontabLine.read(comment) instanceof CrontabLine.Entry entry) || entry.command().isEmpty()) {
            return false;
        }
        try {
            CronTrigger.parse(entry.schedule(), Dialect.UNIX, defaults);
            return true;
        } catch (TriggerException e) {
            return false;
        }
    }

    private static String hash(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
