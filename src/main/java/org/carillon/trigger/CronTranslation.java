package org.carillon.trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says the same schedule in the other notation: a cron expression by fields, and fields as an expression. Only where both mean exactly the
 * same, clock changes included; everything else is empty rather than nearly right.
 */
public final class CronTranslation {
    private CronTranslation() {}

    /** The same by fields, without limits; empty where fields can't say it, such as {@code 15W}, {@code H} or "either day". */
    public static Optional<CronFieldsTrigger> toFields(CronTrigger cron) {
        return cron.isReboot() || cron.isSeeded() ? Optional.empty() : new FieldsOfExpression(cron).fields().flatMap(fields -> fields(fields, cron));
    }

    private static Optional<CronFieldsTrigger> fields(Map<String, String> fields, CronTrigger cron) {
        try {
            CronFieldsTrigger made = CronFieldsTrigger.parse(fields, defaults(cron)).withClockChange(cron.clockChange());
            return Optional.of(made).filter(cron.between(null, null)::equals);
        } catch (TriggerException notSaid) {
            return Optional.empty();
        }
    }

    /** The same as an expression, in crontab's dialect where that has all fields, without limits; empty where no expression says it. */
    public static Optional<CronTrigger> toExpression(CronFieldsTrigger cron) {
        return new ExpressionOfFields(cron).expression().flatMap(expression -> expression(expression, cron));
    }

    private static Optional<CronTrigger> expression(String expression, CronFieldsTrigger cron) {
        try {
            CronTrigger made = CronTrigger.parse(expression, null, defaults(cron)).withClockChange(cron.clockChange());
            return Optional.of(made).filter(cron.between(null, null)::equals);
        } catch (TriggerException notSaid) {
            return Optional.empty();
        }
    }

    /**
     * One expression for what several parts of {@code any} or {@code all} say together, such as {@code 0 9,17 * * *} for 09:00 or 17:00;
     * empty where the fields of one expression can't say it. The parts have one zone and no limits of their own.
     */
    public static Optional<CronTrigger> together(Trigger combined) {
        return switch (combined) {
            case AnyTrigger any -> merge(any, any.parts(), CronTranslation::either);
            case AllTrigger all -> merge(all, all.parts(), CronTranslation::both);
            default -> Optional.empty();
        };
    }

    private interface Merge {
        Optional<List<String>> of(List<String> one, List<String> other);
    }

    private static Optional<CronTrigger> merge(Trigger whole, List<Trigger> parts, Merge merge) {
        Optional<List<String>> fields = Optional.empty();
        for (Trigger part : parts) {
            Optional<List<String>> next = plainFields(part, whole);
            fields = part == parts.getFirst() ? next : fields.flatMap(one -> next.flatMap(other -> merge.of(one, other)));
        }
        return fields.map(all -> String.join(" ", all.getFirst().equals("0") ? all.subList(1, 6) : all))
                .map(expression -> CronTrigger.parse(expression, Dialect.UNIX, defaults(whole)).withClockChange(whole.clockChange()));
    }

    /** The six fields of a part that is a crontab expression like the whole but for its fields. */
    private static Optional<List<String>> plainFields(Trigger part, Trigger whole) {
        boolean plain = part instanceof CronTrigger cron && cron.dialect() == Dialect.UNIX && !cron.isReboot() && !cron.isSeeded()
                && part.start() == null && part.end() == null && part.zone().equals(whole.zone()) && part.clockChange() == whole.clockChange();
        if (!plain) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>(((CronTrigger) part).fieldTexts());
        if (fields.size() == 5) {
            fields.addFirst("0");
        }
        return Optional.of(fields);
    }

    /** Fields that differ in one place only, where neither says {@code *}, which decides over clock changes and the day rule. */
    private static Optional<List<String>> either(List<String> one, List<String> other) {
        List<String> merged = new ArrayList<>();
        int different = 0;
        for (int i = 0; i < one.size(); i++) {
            boolean same = one.get(i).equals(other.get(i));
            different += same ? 0 : 1;
            if (!same && (one.get(i).contains("*") || other.get(i).contains("*"))) {
                return Optional.empty();
            }
            merged.add(same ? one.get(i) : one.get(i) + "," + other.get(i));
        }
        return different <= 1 ? Optional.of(merged) : Optional.empty();
    }

    /** The same times of the day on the days of both, where of each day field at most one says something. */
    private static Optional<List<String>> both(List<String> one, List<String> other) {
        List<String> merged = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            boolean same = one.get(i).equals(other.get(i));
            boolean time = i < 3;
            if (!same && (time || !one.get(i).equals("*") && !other.get(i).equals("*"))) {
                return Optional.empty();
            }
            merged.add(same || other.get(i).equals("*") ? one.get(i) : other.get(i));
        }
        boolean either = !merged.get(3).equals("*") && !merged.get(5).equals("*");
        return either ? Optional.empty() : Optional.of(merged);
    }

    private static TriggerDefaults defaults(Trigger of) {
        return new TriggerDefaults(of.zone(), Instant.EPOCH, "");
    }

    /** The texts of the six or seven fields of a named one such as {@code @daily}, or of any other expression, by field. */
    static Map<Field, String> texts(CronTrigger cron) {
        List<String> texts = cron.fieldTexts();
        List<Field> fields = CronParser.fields(cron.dialect(), texts.size());
        Map<Field, String> byField = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byField.put(fields.get(i), texts.get(i));
        }
        return byField;
    }
}
