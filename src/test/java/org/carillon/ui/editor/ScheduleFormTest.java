package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.controls.DurationUnit;
import org.carillon.ui.editor.ScheduleForm.Mode;
import org.carillon.ui.editor.SimpleForm.Begin;
import org.carillon.ui.editor.SimpleForm.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, NOW, "job");

    private final ScheduleForm form = new ScheduleForm(BERLIN, NOW);

    @Test
    void aNewFormRunsDailyAtNine() {
        assertThat(form.problems()).isEmpty();
        assertThat(trigger()).isEqualTo(cron("0 9 * * *"));
    }

    @Test
    void theSimpleFormRewritesTheCronText() {
        form.simple().kind().set(Kind.WEEKLY);
        form.simple().weekdays().add(DayOfWeek.FRIDAY);
        form.simple().time().set("18:30");
        form.mode().set(Mode.CRON);

        assertThat(form.cron().text().get()).isEqualTo("30 18 * * 1,5");
    }

    @Test
    void whatWasRightLastIsSaidInTheOtherWayAlsoWhereItIsWrongByNow() {
        form.mode().set(Mode.CRON);
        form.cron().text().set("0 18 * * 5L");
        form.cron().text().set("0 18 * * 5L 61 x");
        form.mode().set(Mode.SIMPLE);

        assertThat(form.simple().schedule()).isEqualTo(SimpleCron.read(cron("0 18 * * 5L")).orElseThrow());
        form.mode().set(Mode.CRON);
        assertThat(form.cron().text().get()).isEqualTo("0 18 * * 5L 61 x");
    }

    @Test
    void theCronTextRewritesTheSimpleForm() {
        form.mode().set(Mode.CRON);

        form.cron().text().set("0 18 * * 5L");
        form.mode().set(Mode.SIMPLE);

        assertThat(form.simple().kind().get()).isEqualTo(Kind.MONTHLY);
        assertThat(form.simple().schedule()).isEqualTo(SimpleCron.read(cron("0 18 * * 5L")).orElseThrow());
        assertThat(form.note().get()).isNull();
        assertThat(trigger()).isEqualTo(cron("0 18 * * 5L"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@daily", "@weekly", "@monthly", "@hourly", "0 9 */1 * *", "0 9 1-31 * *", "0 9 * * 0-7", "0 0 9 ? * 2-6"})
    void noNoteIsShownWhereTheSimpleFormSaysTheSameInOtherWords(String expression) {
        form.mode().set(Mode.CRON);
        form.cron().text().set(expression);

        form.mode().set(Mode.SIMPLE);

        assertThat(form.note().get()).isNull();
        assertThat(trigger()).isEqualTo(CronTrigger.parse(expression, null, DEFAULTS));
        form.mode().set(Mode.FIELDS);
        assertThat(form.note().get()).isNull();
    }

    @Test
    void whereTheSimpleFormCannotSayItANoteDoesAndTheCronTextStays() {
        form.mode().set(Mode.CRON);
        form.cron().text().set("0 0 13 * 5");

        form.mode().set(Mode.SIMPLE);

        assertThat(form.note().get()).isNotNull();
        assertThat(form.cron().text().get()).isEqualTo("0 0 13 * 5");
        form.mode().set(Mode.CRON);
        assertThat(trigger()).isEqualTo(cron("0 0 13 * 5"));
    }

    @Test
    void whereCronCannotSayItANoteDoes() {
        form.simple().kind().set(Kind.ONCE);

        form.mode().set(Mode.CRON);

        assertThat(form.note().get()).isNotNull();
        form.cron().text().set("0 5 * * *");
        assertThat(form.note().get()).isNull();
    }

    @Test
    void anIntervalIsCountedFromTheMomentOfSaving() {
        every("90", DurationUnit.SECONDS, Begin.NOW);

        assertThat(form.trigger(NOW, "job")).isEqualTo(new IntervalTrigger(Duration.ofSeconds(90), NOW.plusSeconds(90), null, BERLIN));
        assertThat(form.trigger(NOW.plusSeconds(5), "job")).isEqualTo(new IntervalTrigger(Duration.ofSeconds(90), NOW.plusSeconds(95), null, BERLIN));
    }

    @Test
    void anIntervalThatFitsTheClockStandsOnIt() {
        every("15", DurationUnit.MINUTES, Begin.ON_THE_CLOCK);

        assertThat(trigger()).isEqualTo(cron("*/15 * * * *"));
    }

    @Test
    void anIntervalThatDoesNotFitTheClockIsCountedFromNow() {
        every("7", DurationUnit.MINUTES, Begin.ON_THE_CLOCK);

        assertThat(trigger()).isEqualTo(IntervalTrigger.every(Duration.ofMinutes(7), DEFAULTS));
    }

    @Test
    void anIntervalCanBeginAtAMoment() {
        every("1", DurationUnit.DAYS, Begin.MOMENT);
        form.simple().firstDate().set(LocalDate.of(2026, 12, 1));
        form.simple().firstTime().set("6:30");

        assertThat(trigger()).isEqualTo(new IntervalTrigger(Duration.ofDays(1), Instant.parse("2026-12-01T05:30:00Z"), null, BERLIN));
    }

    @Test
    void onceIsATimeInTheChosenZone() {
        form.simple().kind().set(Kind.ONCE);
        form.simple().date().set(LocalDate.of(2026, 12, 24));
        form.simple().time().set("18:00");
        form.zone().set(ZoneId.of("Asia/Shanghai"));

        assertThat(trigger()).isEqualTo(new DateTrigger(Instant.parse("2026-12-24T10:00:00Z"), ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void aTimeInAGapIsMovedPastItAndOfAnOverlapTheFirstIsTaken() {
        form.simple().kind().set(Kind.ONCE);
        form.simple().time().set("2:30");

        form.simple().date().set(LocalDate.of(2026, 3, 29));
        assertThat(trigger().next(Instant.EPOCH)).isEqualTo("2026-03-29T01:30:00Z");
        form.simple().date().set(LocalDate.of(2026, 10, 25));
        assertThat(trigger().next(Instant.EPOCH)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:00", "soon"})
    void aTimeThatIsNoneKeepsTheTriggerAway(String time) {
        form.simple().time().set(time);

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.TIME);
    }

    @Test
    void noWeekdayIsNoSchedule() {
        form.simple().kind().set(Kind.WEEKLY);
        form.simple().weekdays().clear();

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.WEEKDAYS);
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void aTriggerThatIsShownAndNotChangedIsTheSameTrigger(Trigger trigger) {
        form.show(trigger);

        assertThat(form.problems()).isEmpty();
        assertThat(trigger()).isSameAs(trigger);
    }

    static Stream<Trigger> triggers() {
        Instant odd = Instant.parse("2026-10-25T01:30:00.123456789Z");
        return Stream.of(
                cron("0 9 * * 1-5"),
                cron("0 0 13 * 5").between(NOW, NOW.plusSeconds(86_400)),
                cron("30 2 * * *").withClockChange(ClockChange.LITERAL),
                CronTrigger.parse("0 0 9 ? * MON-FRI", Dialect.QUARTZ, DEFAULTS),
                CronTrigger.parse("H H * * *", null, DEFAULTS),
                new IntervalTrigger(Duration.ofMillis(1_500), odd, NOW.plusSeconds(5_000_000), BERLIN),
                new DateTrigger(odd, NOW, null, BERLIN, ClockChange.LITERAL));
    }

    @Test
    void limitsStayWhenTheScheduleIsChanged() {
        Instant end = NOW.plusSeconds(1_000_000);
        form.show(cron("0 9 * * *").between(NOW, end));

        form.simple().time().set("10:00");

        assertThat(trigger()).isEqualTo(cron("0 10 * * *").between(NOW, end));
    }

    @Test
    void quartzIsShownAsItsDialectWhereTheTextAloneDoesNotTell() {
        form.show(CronTrigger.parse("0 0 9 * * 2", Dialect.QUARTZ, DEFAULTS));

        assertThat(form.mode().get()).isEqualTo(Mode.CRON);
        assertThat(form.cron().dialect().get()).isEqualTo(Dialect.QUARTZ);
        form.cron().text().set("0 0 10 * * 2");
        assertThat(trigger()).isEqualTo(CronTrigger.parse("0 0 10 * * 2", Dialect.QUARTZ, DEFAULTS));
    }

    @Test
    void clockChangesMatterOnlyToTimesOfTheDayInZonesThatHaveThem() {
        assertThat(form.followsTheClock()).isTrue();
        form.zone().set(ZoneId.of("Asia/Shanghai"));
        assertThat(form.followsTheClock()).isFalse();
        form.zone().set(BERLIN);
        form.simple().kind().set(Kind.ONCE);
        assertThat(form.followsTheClock()).isFalse();
    }

    private void every(String amount, DurationUnit unit, Begin begin) {
        form.simple().kind().set(Kind.EVERY);
        form.simple().every().amount().set(amount);
        form.simple().every().unit().set(unit);
        form.simple().begin().set(begin);
    }

    private Trigger trigger() {
        return form.trigger(NOW, "job");
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, Dialect.UNIX, DEFAULTS);
    }
}
