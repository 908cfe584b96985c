package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.carillon.message.Message;

/**
 * Runs by a cron expression. Rules: crontab(5) for {@link Dialect#UNIX} (with seconds in front where there are six fields, Jenkins'
 * {@code H}, and {@code L W #} in the day fields), Quartz' CronExpression for {@link Dialect#QUARTZ}.
 */
public final class CronTrigger implements Trigger {
    private final String expression;
    private final Dialect dialect;
    private final String seed;
    private final CronParser.Parsed parsed;
    private final ZoneId zone;
    private final Instant start;
    private final Instant end;
    private final ClockChange clockChange;
    private final Runs runs;

    private CronTrigger(String expression, Dialect dialect, String seed, CronParser.Parsed parsed,
                        ZoneId zone, Instant start, Instant end, ClockChange clockChange) {
        this.expression = expression;
        this.dialect = dialect;
        this.seed = seed;
        this.parsed = parsed;
        this.zone = Objects.requireNonNull(zone, "zone");
        this.start = start;
        this.end = end;
        this.clockChange = Objects.requireNonNull(clockChange, "clockChange");
        boolean everyPass = clockChange == ClockChange.LITERAL || parsed.elapsed();
        ZonedSearch.Mode mode = everyPass ? ZonedSearch.Mode.EVERY_PASS : ZonedSearch.Mode.ONCE;
        this.runs = new Runs(new ZonedSearch(parsed.schedule(), ZoneClock.of(zone), mode), start, end);
    }

    /**
     * Reads an expression.
     *
     * @param dialect null to tell by the expression itself: seven fields or a {@code ?} mean Quartz, else unix
     * @throws TriggerException that says what is wrong and where
     */
    public static CronTrigger parse(String expression, Dialect dialect, TriggerDefaults defaults) {
        Dialect taken = dialect == null ? guessDialect(expression) : dialect;
        return new CronTrigger(expression.strip(), taken, defaults.seed(), CronParser.parse(expression, taken, defaults.seed()),
                defaults.zone(), null, null, ClockChange.ONCE);
    }

    /** How an expression is read for which no dialect is given: seven fields or a {@code ?} mean Quartz, else unix. */
    public static Dialect guessDialect(String expression) {
        return CronParser.guess(expression);
    }

    /** The same schedule between other limits; null for none. */
    public CronTrigger between(Instant newStart, Instant newEnd) {
        return new CronTrigger(expression, dialect, seed, parsed, zone, newStart, newEnd, clockChange);
    }

    public CronTrigger withClockChange(ClockChange newClockChange) {
        return new CronTrigger(expression, dialect, seed, parsed, zone, start, end, newClockChange);
    }

    /** The same local times in another zone. */
    public CronTrigger withZone(ZoneId newZone) {
        return new CronTrigger(expression, dialect, seed, parsed, newZone, start, end, clockChange);
    }

    /** As it was written, without blanks around it. */
    public String expression() {
        return expression;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Whether it is {@code @reboot}: when the scheduler starts, and at no time. */
    public boolean isReboot() {
        return parsed.reboot();
    }

    /** What was taken, but is hardly what was meant, such as a step wider than its range. */
    public List<Message> warnings() {
        return parsed.warnings();
    }

    /** The texts of its fields, those of {@code 0 0 * * *} for {@code @daily}; not for {@code @reboot}. */
    List<String> fieldTexts() {
        return Token.split(CronParser.withoutMacro(expression)).stream().map(Token::text).toList();
    }

    /** What it says, as plain numbers. @throws IllegalStateException for {@code @reboot}, which names no time */
    public CronSets sets() {
        if (isReboot()) {
            throw new IllegalStateException("No times: " + expression);
        }
        return CronSets.of(parsed.schedule());
    }

    /** Whether it holds an {@code H}, so that its times are made from the job's id. */
    public boolean isSeeded() {
        return parsed.seeded();
    }

    CronSchedule schedule() {
        return parsed.schedule();
    }

    /** Whether it follows elapsed time at clock changes, because its minute or hour field starts with {@code *}. */
    boolean isElapsed() {
        return parsed.elapsed();
    }

    ZonedSearch search() {
        return runs.search();
    }

    @Override
    public Instant next(Instant after) {
        return runs.next(after);
    }

    @Override
    public Instant previous(Instant before) {
        return runs.previous(before);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public Instant end() {
        return end;
    }

    @Override
    public ClockChange clockChange() {
        return clockChange;
    }

    /** Whether both run at the same local times of the same zone, however their expressions or fields say it. */
    @Override
    public boolean equals(Object other) {
        return CronMeaning.of(this).equals(CronMeaning.of(CombinedParts.simplest(other)));
    }

    @Override
    public int hashCode() {
        return CronMeaning.of(this).hashCode();
    }

    @Override
    public String toString() {
        return expression + " (" + dialect + ", " + zone + ")";
    }
}
