package org.carillon.interchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/**
 * Schedules as Kubernetes reads them, by the rules of its cron library: five fields or a macro, {@code ?} as {@code *}, and of two
 * restricted day fields either will do, where a step such as {@code *}{@code /2} is a restriction (in crontab it is none).
 */
final class GoCron {
    private static final Pattern EVERY = Pattern.compile("@every\\s+((?:\\d+(?:\\.\\d+)?(?:h|m|s|ms))+)");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s)");
    private static final Map<String, BigDecimal> MILLIS = Map.of("h", BigDecimal.valueOf(3_600_000), "m", BigDecimal.valueOf(60_000),
            "s", BigDecimal.valueOf(1_000), "ms", BigDecimal.ONE);
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    private GoCron() {}

    static Trigger parse(String schedule, TriggerDefaults defaults) {
        Matcher every = EVERY.matcher(schedule);
        if (every.matches()) {
            return IntervalTrigger.every(length(every.group(1)), defaults);
        }
        String lower = schedule.toLowerCase(Locale.ROOT);
        if (lower.startsWith("@")) {
            if (lower.equals("@reboot")) {
                throw new InterchangeException(Message.of("interchange.kubernetes.macro", schedule));
            }
            return CronTrigger.parse(schedule, Dialect.UNIX, defaults);
        }
        List<String> fields = new ArrayList<>(List.of(schedule.split("\\s+")));
        if (fields.size() == 5) {
            fields.replaceAll(field -> field.equals("?") ? "*" : field);
            boolean stepped = isStep(fields.get(DAY_OF_MONTH)) || isStep(fields.get(DAY_OF_WEEK));
            if (stepped && !fields.get(DAY_OF_MONTH).equals("*") && !fields.get(DAY_OF_WEEK).equals("*")) {
                fields.set(DAY_OF_MONTH, fields.get(DAY_OF_MONTH).replaceFirst("^\\*", "1-31"));
                fields.set(DAY_OF_WEEK, fields.get(DAY_OF_WEEK).replaceFirst("^\\*", "0-6"));
            }
        }
        return CronTrigger.parse(String.join(" ", fields), Dialect.UNIX, defaults);
    }

    private static boolean isStep(String field) {
        return field.startsWith("*/") && !field.equals("*/1");
    }

    private static Duration length(String text) {
        BigDecimal millis = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            millis = millis.add(new BigDecimal(part.group(1)).multiply(MILLIS.get(part.group(2))));
        }
        // no interval of that library is shorter than a second, and each is cut to whole seconds
        return Duration.ofSeconds(Math.max(1, millis.longValue() / 1_000));
    }
}
