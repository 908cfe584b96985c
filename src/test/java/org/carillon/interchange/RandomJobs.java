package org.carillon.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.carillon.job.CatchUp;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.job.SuccessRule;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** Jobs of every kind, with commands that are hard to quote. */
final class RandomJobs {
    private static final Arbitrary<ZoneId> ZONES = Arbitraries.of("Europe/Berlin", "UTC", "Asia/Shanghai", "America/New_York", "Asia/Kathmandu",
            "Australia/Lord_Howe", "+02:00", "EST5EDT").map(ZoneId::of);

    private RandomJobs() {}

    static Arbitrary<Job> jobs() {
        return Combinators.combine(ids(), texts(), triggers(), actions(), policies(), Arbitraries.of(true, true, true, false))
                .as((id, name, trigger, action, policy, enabled) -> new Job(id, name.isBlank() ? "x" : name, name + " …", "", Set.of(), enabled,
                        seeded(trigger, id), action, policy, Job.DEFAULT_EXECUTOR));
    }

    /** {@code H} is always made from the id of the job it stands in. */
    private static Trigger seeded(Trigger trigger, String id) {
        return switch (trigger) {
            case CronTrigger cron -> CronTrigger.parse(cron.expression(), cron.dialect(), new TriggerDefaults(cron.zone(), Imports.NOW, id))
                    .between(cron.start(), cron.end()).withClockChange(cron.clockChange());
            case AnyTrigger any -> new AnyTrigger(any.parts().stream().map(part -> seeded(part, id)).toList(), any.zone());
            case AllTrigger all -> new AllTrigger(all.parts().stream().map(part -> seeded(part, id)).toList(), all.zone());
            default -> trigger;
        };
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("abc019").withChars('-', '.', '_').ofMaxLength(6).map(text -> "j" + text + "z");
    }

    static Arbitrary<Trigger> triggers() {
        Arbitrary<Trigger> single = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, unix()), net.jqwik.api.Tuple.of(2, quartz()), net.jqwik.api.Tuple.of(3, fields()),
                net.jqwik.api.Tuple.of(3, intervals()), net.jqwik.api.Tuple.of(2, calendar()), net.jqwik.api.Tuple.of(1, dates()));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, single),
                net.jqwik.api.Tuple.of(1, single.list().ofSize(2).map(parts -> new AnyTrigger(parts, ZoneId.of("UTC")))),
                net.jqwik.api.Tuple.of(1, unix().list().ofSize(2).map(parts -> new AllTrigger(parts, ZoneId.of("UTC")))));
    }

    private static Arbitrary<Trigger> unix() {
        return Combinators.combine(minutes(), Arbitraries.of("*", "3", "2", "*/2", "1-3", "0,12", "8-18/2", "23"),
                Arbitraries.of("*", "*", "1", "13", "*/2", "1-7", "L", "15W", "L-2", "31"), Arbitraries.of("*", "*", "*", "2", "*/3", "mar,oct"),
                Arbitraries.of("*", "*", "1-5", "5", "sun", "*/2", "5#2", "5L", "0,6", "7"), ZONES, limits())
                .as((minute, hour, day, month, weekday, zone, limit) -> limit.apply(
                        CronTrigger.parse(String.join(" ", minute, hour, day, month, weekday), Dialect.UNIX, in(zone))));
    }

    private static Arbitrary<String> minutes() {
        return Arbitraries.of("*", "0", "30", "*/5", "*/7", "H", "5,35", "0-10", "59", "0/15", "0 30", "*/20 15");
    }

    private static Arbitrary<java.util.function.UnaryOperator<CronTrigger>> limits() {
        return Arbitraries.frequency(
                net.jqwik.api.Tuple.of(12, cron -> cron),
                net.jqwik.api.Tuple.of(1, cron -> cron.withClockChange(ClockChange.LITERAL)),
                net.jqwik.api.Tuple.of(1, cron -> cron.between(Imports.NOW.minusSeconds(86_400), null)),
                net.jqwik.api.Tuple.of(1, cron -> cron.between(Imports.NOW.plusSeconds(8_640_000), null)),
                net.jqwik.api.Tuple.of(1, cron -> cron.between(null, Imports.NOW.plusSeconds(86_400))));
    }

    private static Arbitrary<Trigger> quartz() {
        return Combinators.combine(Arbitraries.of("0 30 2 * * ?", "0 0/15 * ? * MON-FRI", "0 0 9 L * ?", "0 0 9 ? * 6#2", "0 0 9 LW * ?",
                "0 0 12 1 1 ? 2027-2029", "0 0 9 ? * FRI-MON", "*/10 * * * * ?", "0 0 0 13 * 6"), ZONES)
                .as((text, zone) -> CronTrigger.parse(text, Dialect.QUARTZ, in(zone)));
    }

    private static Arbitrary<Trigger> fields() {
        return Combinators.combine(Arbitraries.of(Map.of("hour", "3"), Map.of("day", "last fri", "hour", "2", "minute", "30"),
                Map.of("day", "1-7", "day_of_week", "mon", "hour", "9", "minute", "0"), Map.of("week", "1"), Map.of("minute", "*/5"),
                Map.of("day", "3rd tue"), Map.of("day", "last"), Map.of("year", "2027-2030", "month", "5"), Map.of("second", "*/30"),
                Map.of("day_of_week", "0-4", "hour", "8-16/4"), Map.of("day", "2nd sun,last sat", "hour", "1", "minute", "59")), ZONES)
                .as((fields, zone) -> CronFieldsTrigger.parse(fields, in(zone)));
    }

    private static Arbitrary<Trigger> intervals() {
        return Combinators.combine(Arbitraries.of("PT10S", "PT1M", "PT5M", "PT7M", "PT15M", "PT1H", "PT90M", "PT6H", "PT24H", "P7D", "PT36H", "PT0.5S"),
                Arbitraries.longs().between(-100_000, 100_000), ZONES)
                .as((every, offset, zone) -> new IntervalTrigger(Duration.parse(every), Imports.NOW.plusSeconds(offset), null, zone));
    }

    private static Arbitrary<Trigger> calendar() {
        return Combinators.combine(Arbitraries.of(1, 1, 2, 3, 5), Arbitraries.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS),
                Arbitraries.of("02:30:00", "00:00:00", "09:15:00", "23:59:59"), Arbitraries.longs().between(-20_000_000, 1_000_000), ZONES)
                .as((count, unit, time, offset, zone) -> new CalendarIntervalTrigger(count, unit, LocalTime.parse(time), Imports.NOW.plusSeconds(offset),
                        null, zone, ClockChange.ONCE));
    }

    private static Arbitrary<Trigger> dates() {
        return Combinators.combine(Arbitraries.longs().between(1, 100_000_000), ZONES)
                .as((offset, zone) -> new DateTrigger(Instant.ofEpochSecond(Imports.NOW.getEpochSecond() + offset), zone));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of("ls", "a b", "每天备份", "100%", "$HOME", "$$", "$(id)", "${A}", "%h", "it's", "say \"x\"", "back\\slash", "\\",
                "a\\%b", "line\nfeed", "tab\tend\t", ";", "-x", "@x", "!x", "#x", "yes", "null", "1e3", "012", "- a: b", " lead", "trail ", "a;b", "a && b",
                ": x", "[Timer]", "\u0007", "😀", "{}", "&a *a", "$1", "on", "=", "# /x.timer", "\u2028"),
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(12));
    }

    static Arbitrary<CommandAction> actions() {
        Arbitrary<CommandLine> commands = Arbitraries.oneOf(
                texts().filter(text -> !text.isBlank()).list().ofMinSize(1).ofMaxSize(4).map(CommandLine.Program::new),
                Combinators.combine(texts().filter(text -> !text.isBlank()), Arbitraries.of("/bin/sh", "/bin/bash", "/usr/bin/fish").injectNull(0.5))
                        .as(CommandLine.ShellLine::new));
        Arbitrary<Map<String, String>> environments = Arbitraries.maps(Arbitraries.of("A", "B_1", "LANG", "HOME"), texts()).ofMaxSize(2);
        return Combinators.combine(commands, Arbitraries.of("/", "/srv/a b", "/x%y", "/tmp/'q'").injectNull(0.6), environments,
                Arbitraries.of("", "", "in", "in\n", "50%\nnext\\\n", "a%b\\%c\n"), Arbitraries.of(Set.of(0), Set.of(0), Set.of(0, 24), Set.of(1)))
                .as((command, directory, environment, stdin, codes) -> new CommandAction(command, directory, environment, stdin,
                        java.nio.charset.StandardCharsets.UTF_8, new SuccessRule(codes, null)));
    }

    private static Arbitrary<Policy> policies() {
        Policy usual = Policy.DEFAULT;
        return Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, usual), net.jqwik.api.Tuple.of(2, usual.withCatchUp(CatchUp.SKIP)),
                net.jqwik.api.Tuple.of(1, usual.withTimeout(Duration.ofMinutes(90))), net.jqwik.api.Tuple.of(1, usual.withJitter(Duration.ofMinutes(5))),
                net.jqwik.api.Tuple.of(1, usual.withJitter(Duration.ofMillis(1_500))), net.jqwik.api.Tuple.of(1, usual.withOverlap(Overlap.REPLACE)),
                net.jqwik.api.Tuple.of(1, usual.withOverlap(Overlap.PARALLEL)), net.jqwik.api.Tuple.of(1, usual.withOverlap(Overlap.QUEUE)),
                net.jqwik.api.Tuple.of(1, usual.withMisfireGrace(Duration.ofMinutes(10))),
                net.jqwik.api.Tuple.of(1, usual.withRetry(KubernetesReader.retry(3))),
                net.jqwik.api.Tuple.of(1, usual.withRetry(new Retry(2, Duration.ofSeconds(5), 1, Duration.ofSeconds(5)))),
                net.jqwik.api.Tuple.of(1, usual.withMaxRuns(3L)));
    }

    private static TriggerDefaults in(ZoneId zone) {
        return new TriggerDefaults(zone, Imports.NOW, "seed");
    }
}
