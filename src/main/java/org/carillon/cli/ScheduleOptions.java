package org.carillon.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.job.JsonTimes;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A schedule given on the command line: as an expression or by fields. */
final class ScheduleOptions {
    private static final Pattern FIELD = Pattern.compile("\\s*(\\w+)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\"|([^\\s'\"]\\S*))(?=\\s|$)");

    @Parameters(paramLabel = "EXPR", arity = "0..1", descriptionKey = "expression")
    private String expression;

    @Option(names = "--dialect", paramLabel = "D", descriptionKey = "dialect")
    private String dialect;

    @Option(names = "--fields", paramLabel = "FIELDS", descriptionKey = "fields")
    private String fields;

    @Option(names = "--zone", paramLabel = "Z", descriptionKey = "zone")
    private String zone;

    @Option(names = "--lang", paramLabel = "L", descriptionKey = "lang")
    private String language;

    boolean isGiven() {
        return expression != null || fields != null;
    }

    /** Whether the expression itself tells its dialect. */
    boolean leavesDialectOpen() {
        return dialect == null && expression != null && !expression.startsWith("@");
    }

    /** @throws UsageException if it is no schedule */
    Trigger trigger(Instant from, ZoneId machineZone) {
        if (expression == null == (fields == null) || dialect != null && fields != null) {
            throw new UsageException(Message.of("cli.schedule.expressionOrFields"));
        }
        TriggerDefaults defaults = new TriggerDefaults(zone(machineZone), from, "");
        try {
            return expression != null
                    ? CronTrigger.parse(expression, dialect(), defaults)
                    : CronFieldsTrigger.parse(readFields(fields), defaults);
        } catch (TriggerException e) {
            throw new UsageException(Message.of("cli.schedule.wrong", expression != null ? expression : fields, e.explanation()), e);
        }
    }

    ZoneId zone(ZoneId machineZone) {
        return zone(zone, machineZone);
    }

    /** @param zone as it was typed, null for the machine's */
    static ZoneId zone(String zone, ZoneId machineZone) {
        try {
            return zone == null ? machineZone : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new UsageException(Message.of("cli.schedule.zone", zone), e);
        }
    }

    /** A time as in the format, local in the schedule's zone if it has no offset. */
    Instant time(String text, ZoneId machineZone) {
        try {
            return JsonTimes.parse(text, zone(machineZone));
        } catch (DateTimeException e) {
            throw new UsageException(Message.of("cli.schedule.time", text), e);
        }
    }

    Language language(Language otherwise) {
        return language == null ? otherwise : Languages.read(language)
                .orElseThrow(() -> new UsageException(Message.of("cli.schedule.language", language)));
    }

    private Dialect dialect() {
        if (dialect == null) {
            return null;
        }
        return Arrays.stream(Dialect.values())
                .filter(known -> known.name().equals(dialect.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(Message.of("cli.schedule.dialect", dialect)));
    }

    private static Map<String, String> readFields(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            if (values.put(matcher.group(1), value) != null) {
                throw new UsageException(Message.of("cli.schedule.fields", text));
            }
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new UsageException(Message.of("cli.schedule.fields", text));
        }
        return values;
    }
}
