package org.carillon.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.message.Language;

/** Says in a sentence when a trigger runs. The words come from what the trigger means, not from how it was written. */
public final class TriggerWords {
    private static final Map<Duration, String> SINGLE = Map.of(
            Duration.ofSeconds(1), "everySecond", Duration.ofMinutes(1), "everyMinute", Duration.ofHours(1), "everyHour");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Phrases phrases;

    private final Instant now;

    private TriggerWords(Language language, Instant now) {
        this.phrases = new Phrases(language);
        this.now = now;
    }

    /**
     * One sentence without a full stop: "Every weekday at 09:00", "每个工作日 09:00". Its zone is not part of it, but the zone of a part that
     * has another one. When an interval begins is not said, since it usually began in the past.
     */
    public static String describe(Trigger trigger, Language language) {
        return describe(trigger, language, Instant.MAX);
    }

    /** The same sentence, with the beginning of an interval whose first run is more than an interval ahead of {@code now}. */
    public static String describe(Trigger trigger, Language language, Instant now) {
        return Phrases.sentence(new TriggerWords(language, now).say(trigger));
    }

    private String say(Trigger trigger) {
        String words = switch (trigger) {
            case CronTrigger cron -> cron.isReboot() ? phrases.say("reboot") : schedule(cron.schedule());
            case CronFieldsTrigger cron -> schedule(cron.schedule());
            case IntervalTrigger interval -> every(interval.every());
            case DateTrigger date -> phrases.say("once", date(date.at(), date.zone()), time(date.at(), date.zone()));
            case CalendarIntervalTrigger interval -> calendar(interval);
            case AnyTrigger any -> phrases.join(parts(any, any.parts()), "or");
            case AllTrigger all -> phrases.join(parts(all, all.parts()), "all");
        };
        return withLimits(words, trigger);
    }

    private String schedule(CronSchedule schedule) {
        TimeWords.Said times = new TimeWords(phrases, schedule.times()).say();
        DayWords days = new DayWords(phrases, (DayRule.Fields) schedule.days().rule());
        if (!times.frequent()) {
            return phrases.say("daysAt", days.say(), times.text());
        }
        return days.isEveryDay() ? times.text() : phrases.say("frequentlyOn", times.text(), withoutComma(days.say()));
    }

    /** "on the 1st, and every Monday," is followed by a time elsewhere; here it ends the sentence. */
    private static String withoutComma(String days) {
        return days.endsWith(",") ? days.substring(0, days.length() - 1) : days;
    }

    private List<String> parts(Trigger whole, List<Trigger> parts) {
        return parts.stream().map(part -> {
            boolean combined = part instanceof AnyTrigger || part instanceof AllTrigger;
            String words = combined ? phrases.say("bracket", say(part)) : say(part);
            return part.zone().equals(whole.zone()) || !namesTimes(part) ? words : phrases.say("inZone", words, part.zone().getId());
        }).toList();
    }

    /** Whether its words hold a time on the clock. */
    private boolean namesTimes(Trigger part) {
        return !(part instanceof IntervalTrigger interval) || interval.end() != null || begins(interval);
    }

    private String calendar(CalendarIntervalTrigger interval) {
        LocalDate first = LocalDate.ofInstant(interval.start(), interval.zone());
        String time = Phrases.clock(interval.time().toSecondOfDay());
        String day = phrases.ordinal(first.getDayOfMonth());
        int count = interval.count();
        String number = Integer.toString(count);
        return switch (interval.unit()) {
            case DAYS -> phrases.say("calendar.days", count, number, time);
            case WEEKS -> phrases.say("calendar.weeks", count, number, time, phrases.weekday(first.getDayOfWeek().getValue()));
            case MONTHS -> phrases.say("calendar.months", count, number, time, day);
            default -> phrases.say("calendar.years", count, number, time, day, phrases.say("month." + first.getMonthValue()));
        };
    }

    private String withLimits(String words, Trigger trigger) {
        String said = words;
        if (trigger.start() != null && begins(trigger)) {
            said = phrases.say("from", said, date(trigger.start(), trigger.zone()), time(trigger.start(), trigger.zone()));
        }
        if (trigger.end() != null) {
            said = phrases.say("until", said, date(trigger.end(), trigger.zone()), time(trigger.end(), trigger.zone()));
        }
        return said;
    }

    /** Whether it matters when it begins: for what counts from its start in the same way for ever, only while that is ahead. */
    private boolean begins(Trigger trigger) {
        return switch (trigger) {
            case IntervalTrigger interval -> isAhead(interval.start(), interval.every());
            case CalendarIntervalTrigger it when it.count() == 1 && it.unit() == ChronoUnit.DAYS -> isAhead(it.start(), Duration.ofDays(1));
            default -> true;
        };
    }

    private boolean isAhead(Instant start, Duration every) {
        return now.isBefore(start) && Duration.between(now, start).compareTo(every) > 0;
    }

    private String every(Duration duration) {
        String single = SINGLE.get(duration);
        return single != null ? phrases.say(single) : phrases.say("everyDuration", duration(duration));
    }

    private String duration(Duration every) {
        List<String> parts = new ArrayList<>();
        if (every.toDays() > 2) {
            add(parts, "days", every.toDays());
            add(parts, "hours", every.toHoursPart());
        } else {
            add(parts, "hours", every.toHours());
        }
        add(parts, "minutes", every.toMinutesPart());
        add(parts, "seconds", every.toSecondsPart());
        add(parts, "millis", every.toMillisPart());
        return parts.size() == 1 && every.getNano() == 0 ? parts.getFirst() : phrases.say("sum", String.join(phrases.say("blank"), parts));
    }

    private void add(List<String> parts, String unit, long count) {
        if (count > 0) {
            parts.add(phrases.say("duration." + unit, count, Long.toString(count)));
        }
    }

    private static String date(Instant instant, ZoneId zone) {
        return DATE.format(instant.atZone(zone));
    }

    private static String time(Instant instant, ZoneId zone) {
        return (instant.getEpochSecond() % 60 == 0 ? MINUTES : SECONDS).format(instant.atZone(zone));
    }
}
