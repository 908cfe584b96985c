package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import org.carillon.ui.editor.SimpleSchedule.Daily;
import org.carillon.ui.editor.SimpleSchedule.From;
import org.carillon.ui.editor.SimpleSchedule.FromNow;
import org.carillon.ui.editor.SimpleSchedule.Monthly;
import org.carillon.ui.editor.SimpleSchedule.MonthlyWeekday;
import org.carillon.ui.editor.SimpleSchedule.OnTheClock;
import org.carillon.ui.editor.SimpleSchedule.Once;
import org.carillon.ui.editor.SimpleSchedule.Weekly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleCronTest {
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-23T12:00:00Z"), "job");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Test
    void whatPeopleSayBecomesTheCronThatTheyWouldWrite() {
        assertThat(expression(new Daily(LocalTime.of(18, 30)))).isEqualTo("30 18 * * *");
        assertThat(expression(new Daily(LocalTime.of(18, 30, 5)))).isEqualTo("5 30 18 * * *");
        assertThat(expression(weekly(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)))).isEqualTo("0 9 * * 1-5");
        assertThat(expression(weekly(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)))).isEqualTo("0 9 * * 6,7");
        assertThat(expression(weekly(Set.of(DayOfWeek.SUNDAY)))).isEqualTo("0 9 * * 0");
        assertThat(expression(weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY)))).isEqualTo("0 9 * * 1,3");
        assertThat(expression(new Monthly(15, NINE))).isEqualTo("0 9 15 * *");
        assertThat(expression(new Monthly(SimpleSchedule.LAST, NINE))).isEqualTo("0 9 L * *");
        assertThat(expression(new MonthlyWeekday(1, DayOfWeek.MONDAY, NINE))).isEqualTo("0 9 * * 1#1");
        assertThat(expression(new MonthlyWeekday(SimpleSchedule.LAST, DayOfWeek.FRIDAY, NINE))).isEqualTo("0 9 * * 5L");
        assertThat(expression(new OnTheClock(Duration.ofSeconds(10)))).isEqualTo("*/10 * * * * *");
        assertThat(expression(new OnTheClock(Duration.ofMinutes(15)))).isEqualTo("*/15 * * * *");
        assertThat(expression(new OnTheClock(Duration.ofHours(1)))).isEqualTo("0 * * * *");
        assertThat(expression(new OnTheClock(Duration.ofHours(6)))).isEqualTo("0 */6 * * *");
    }

    @Test
    void whatCronCannotSayHasNoExpression() {
        assertThat(SimpleCron.expression(new FromNow(Duration.ofMinutes(5)))).isEmpty();
        assertThat(SimpleCron.expression(new From(Duration.ofMinutes(5), LocalDateTime.MIN))).isEmpty();
        assertThat(SimpleCron.expression(new Once(LocalDateTime.MAX))).isEmpty();
    }

    @Test
    void onlyWhatFillsAnHourOrADayEvenlyStandsOnTheClock() {
        assertThat(SimpleCron.fitsTheClock(Duration.ofMinutes(20))).isTrue();
        assertThat(SimpleCron.fitsTheClock(Duration.ofMinutes(60))).isTrue();
        assertThat(SimpleCron.fitsTheClock(Duration.ofMinutes(7))).isFalse();
        assertThat(SimpleCron.fitsTheClock(Duration.ofMinutes(90))).isFalse();
        assertThat(SimpleCron.fitsTheClock(Duration.ofHours(24))).isFalse();
        assertThat(SimpleCron.fitsTheClock(Duration.ofMillis(500))).isFalse();
    }

    @Test
    void weekdaysAreReadInEveryWayInWhichCronWritesThem() {
        SimpleSchedule workdays = weekly(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        assertThat(read("0 9 * * MON-FRI")).contains(workdays);
        assertThat(read("0 9 * * mon,tue,3-5")).contains(workdays);
        assertThat(read("0 9 * * 5-7")).contains(weekly(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        assertThat(read("0 9 * * 0-1")).contains(weekly(EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 13 * 5", "0,30 9 * * *", "*/7 * * * *", "0 9 1 1 *", "0 9-17 * * *", "@reboot", "@yearly", "0 9 * * 1#5", "0 9 L-1 * *", "0 0-23 * * *", "H 9 * * *", "0 9 1,15 * *"})
    void whatTheSimpleFormCannotSayIsNotRead(String expression) {
        assertThat(read(expression)).isEmpty();
    }

    @Test
    void whatMeansTheSameIsReadHoweverItIsWritten() {
        assertThat(read("@daily")).contains(new Daily(LocalTime.MIDNIGHT));
        assertThat(read("@weekly")).contains(new Weekly(new TreeSet<>(Set.of(DayOfWeek.SUNDAY)), LocalTime.MIDNIGHT));
        assertThat(read("@monthly")).contains(new Monthly(1, LocalTime.MIDNIGHT));
        assertThat(read("@hourly")).contains(new OnTheClock(Duration.ofHours(1)));
        assertThat(read("0 9 */1 * *")).contains(new Daily(NINE));
        assertThat(read("0 9 1-31 * *")).contains(new Daily(NINE));
        assertThat(read("0 9 1-31 * 1")).contains(new Daily(NINE));
        assertThat(read("0 9 * 1-12 *")).contains(new Daily(NINE));
        assertThat(read("0 9 * * 1-7")).as("all the days of a week are every day").contains(new Daily(NINE));
        assertThat(read("0 9 * * */2"))
                .contains(weekly(Set.of(DayOfWeek.SUNDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY)));
        assertThat(read("0 9 13 * 1-5,1#1")).isEmpty();
        assertThat(SimpleCron.read(CronTrigger.parse("0 0 9 ? * MON", Dialect.QUARTZ, DEFAULTS))).contains(weekly(Set.of(DayOfWeek.MONDAY)));
    }

    @Test
    void everyRangeOfWeekdaysIsReadAsTheDaysThatCronMeans() {
        List<String> days = List.of("0", "1", "2", "3", "4", "5", "6", "7", "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
        int understood = 0;
        for (String first : days) {
            for (String last : days) {
                String expression = "0 9 * * " + first + "-" + last;
                Optional<CronTrigger> cron = valid(expression);
                understood += cron.isPresent() ? 1 : 0;
                cron.ifPresent(it -> assertThat(SimpleCron.read(it).orElseThrow().trigger(DEFAULTS)).as(expression).isEqualTo(it));
            }
        }
        assertThat(understood).isGreaterThan(100);
        assertThat(read("0 9 * * 0-7")).contains(new Daily(NINE));
        assertThat(read("0 9 * * SUN-7")).contains(new Daily(NINE));
    }

    private static Optional<CronTrigger> valid(String expression) {
        try {
            return Optional.of(CronTrigger.parse(expression, Dialect.UNIX, DEFAULTS));
        } catch (TriggerException backwards) {
            return Optional.empty();
        }
    }

    private static Optional<SimpleSchedule> read(String expression) {
        return SimpleCron.read(CronTrigger.parse(expression, Dialect.UNIX, DEFAULTS));
    }

    @Property
    void everySimpleScheduleComesBackFromItsExpression(@ForAll("schedules") SimpleSchedule schedule) {
        assertThat(read(expression(schedule))).contains(schedule);
    }

    @Property
    void bothSidesMeanTheSameTrigger(@ForAll("schedules") SimpleSchedule schedule) {
        assertThat(schedule.trigger(DEFAULTS)).isEqualTo(CronTrigger.parse(expression(schedule), Dialect.UNIX, DEFAULTS));
    }

    @Provide
    Arbitrary<SimpleSchedule> schedules() {
        Arbitrary<LocalTime> times = Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
        Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
        return Arbitraries.oneOf(
                times.map(Daily::new),
                Combinators.combine(days.set().ofMinSize(1).ofMaxSize(6), times).as((set, time) -> new Weekly(new TreeSet<>(set), time)),
                Combinators.combine(Arbitraries.integers().between(0, 31), times).as(Monthly::new),
                Combinators.combine(Arbitraries.integers().between(0, 4), days, times).as(MonthlyWeekday::new),
                Arbitraries.of(1, 5, 10, 30, 60, 300, 900, 1_800, 3_600, 10_800, 43_200).map(seconds -> new OnTheClock(Duration.ofSeconds(seconds))));
    }

    private static Weekly weekly(Set<DayOfWeek> days) {
        return new Weekly(new TreeSet<>(days), NINE);
    }

    private static String expression(SimpleSchedule schedule) {
        return SimpleCron.expression(schedule).orElseThrow();
    }
}
