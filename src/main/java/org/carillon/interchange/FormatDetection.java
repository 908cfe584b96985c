package org.carillon.interchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the format of a file by what is in it, and by its name where that leaves it open. */
final class FormatDetection {
    private static final Pattern UNIT_SECTION = Pattern.compile("(?m)^[ \\t]*\\[(Unit|Timer|Service|Install)][ \\t]*$");
    private static final Pattern KUBERNETES = Pattern.compile("(?m)^[ \\t{,]*\"?apiVersion\"?[ \\t]*:");
    private static final Pattern CARILLON_YAML = Pattern.compile("(?m)^[\"']?format[\"']?[ \\t]*:[ \\t]*[\"']?carillon/");
    private static final Pattern USER_COLUMN = Pattern.compile("(?im)^#.*\\bdow\\s+user(-?name)?\\b");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]*\\$?");
    /** Accounts that run things on nearly every machine, of which none is the name of a program that one would schedule. */
    private static final Set<String> ACCOUNTS = Set.of("root", "nobody", "daemon", "www-data", "backup", "postgres", "git", "munin");

    private FormatDetection() {}

    static Format of(String name, String text) {
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            return start.contains("<plist") ? Format.LAUNCHD : Format.TASK_SCHEDULER;
        }
        if (start.startsWith("{")) {
            return !start.contains("\"format\"") && KUBERNETES.matcher(start).find() ? Format.KUBERNETES : Format.CARILLON;
        }
        if (CARILLON_YAML.matcher(text).find()) {
            return Format.CARILLON;
        }
        if (UNIT_SECTION.matcher(text).find() || name.endsWith(".timer") || name.endsWith(".service")) {
            return Format.SYSTEMD;
        }
        if (KUBERNETES.matcher(text).find()) {
            return Format.KUBERNETES;
        }
        return isSystemCrontab(name.replace('\\', '/').toLowerCase(Locale.ROOT), text) ? Format.SYSTEM_CRONTAB : Format.CRONTAB;
    }

    private static boolean isSystemCrontab(String name, String text) {
        if (name.endsWith("/etc/crontab") || name.contains("/cron.d/") || USER_COLUMN.matcher(text).find()) {
            return true;
        }
        List<String> firstWords = text.lines().map(CrontabLine::read)
                .filter(CrontabLine.Entry.class::isInstance)
                .map(line -> ((CrontabLine.Entry) line).command())
                .map(command -> command.split("[ \\t]+", 2))
                .map(words -> words.length == 2 && USER.matcher(words[0]).matches() ? words[0] : "")
                .toList();
        return !firstWords.isEmpty() && ACCOUNTS.containsAll(firstWords);
    }
}
