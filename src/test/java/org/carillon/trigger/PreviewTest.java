package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant SPRING = Instant.parse("2026-03-28T12:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2026-10-24T12:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, SPRING, "job");

    @Test
    void aTimeInAGapIsMovedAndMarked() {
        Occurrence first = Preview.upcoming(cron("30 2 * * *"), SPRING, 2).getFirst();
        assertThat(first.mark()).isEqualTo(Mark.MOVED);
        assertThat(first.at()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(first.planned()).isEqualTo(LocalDateTime.parse("2026-03-29T02:30"));
        assertThat(first.explanation().in(Language.ENGLISH)).contains("02:30").contains("clocks go forward");
    }

    @Test
    void aLiteralTimeInAGapIsShownAsLeftOut() {
        Trigger trigger = cron("0,30 2 * * *").withClockChange(ClockChange.LITERAL);
        List<Occurrence> shown = Preview.upcoming(trigger, SPRING, 1);
        assertThat(shown).extracting(Occurrence::mark).containsExactly(Mark.LEFT_OUT, Mark.LEFT_OUT, Mark.NORMAL);
        assertThat(shown).extracting(Occurrence::runs).containsExactly(false, false, true);
        assertThat(shown.get(1).planned()).isEqualTo(LocalDateTime.parse("2026-03-29T02:30"));
        assertThat(shown.get(1).at()).isEqualTo("2026-03-29T01:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "*/30 2 * * *    | 02:00 02:30",
            "30 */2 * * *    | 02:30",
            "*/20 1-2 * * *  | 02:00 02:20 02:40",
            "*/5 * * * *     | ''",
            "30 * * * *      | ''",
            "*/20 0-5 * * *  | ''",
            "*/20 9-17 * * * | ''",
            "*/20 2-5 * * 1  | ''",
    })
    void whatElapsedTimePassesOverIsShownWhereRunsAreMissing(String expression, String missing) {
        List<Occurrence> shown = Preview.upcoming(cron(expression), SPRING, 200).stream().filter(each -> !each.runs()).toList();
        assertThat(shown).extracting(each -> each.planned().toLocalTime().toString()).containsExactly(missing.isEmpty() ? new String[0] : missing.split(" "));
        assertThat(shown).allSatisfy(each -> assertThat(each.mark()).isEqualTo(Mark.PASSED_OVER));
        assertThat(shown).allSatisfy(each -> assertThat(each.explanation().in(Language.ENGLISH)).contains("elapsed time"));
    }

    @Test
    void allShowsWhatIsPlannedByEveryPartAndLeftOutByOne() {
        Trigger literal = cron("30 2 * * *").withClockChange(ClockChange.LITERAL);
        assertThat(leftOut(literal, literal)).containsExactly(LocalDateTime.parse("2026-03-29T02:30"));
        assertThat(leftOut(literal, cron("0,30 2 * * *"))).as("one that is moved does not meet it")
                .containsExactly(LocalDateTime.parse("2026-03-29T02:30"));
        assertThat(leftOut(literal, cron("30 2 * * 1-6"))).isEmpty();
        assertThat(leftOut(cron("30 2 * * *"), cron("*/5 * * * *"))).isEmpty();
        assertThat(leftOut(cron("30 2 * * *"), cron("30 2 * * 0"))).isEmpty();
        assertThat(leftOut(cron("30 2 * * *"), cron("*/30 2 * * *"))).containsExactly(LocalDateTime.parse("2026-03-29T02:30"));
    }

    @Test
    void lookingForGapsOverManyYearsTakesNoTime() {
        Trigger rare = new AllTrigger(List.of(cron("1/2 * * * * *"), cron("59 59 23 29 2 ? 2096-9999")), BERLIN);
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 40; i++) {
            long start = System.nanoTime();
            assertThat(Gaps.leftOut(rare, SPRING.getEpochSecond(), Instant.parse("2096-02-29T22:59:59Z").getEpochSecond())).isEmpty();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(2));
    }

    private static List<LocalDateTime> leftOut(Trigger... parts) {
        return Preview.upcoming(new AllTrigger(List.of(parts), BERLIN), SPRING, 3).stream().filter(each -> !each.runs()).map(Occurrence::planned).toList();
    }

    @Test
    void aMovedTimeThatFallsOnAnotherRunIsMarked() {
        Occurrence both = Preview.upcoming(cron("30 2,3 * * *"), SPRING, 1).getFirst();
        assertThat(both.mark()).isEqualTo(Mark.MERGED);
        assertThat(both.at()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(both.explanation().in(Language.ENGLISH)).contains("02:30").contains("one run");
        assertThat(Preview.upcoming(cron("30 3 * * *"), SPRING, 2)).extracting(Occurrence::mark).containsExactly(Mark.NORMAL, Mark.NORMAL);
    }

    @Test
    void aTimeThatExistsTwiceRunsAtTheFirst() {
        assertThat(Preview.upcoming(cron("30 2 * * *"), AUTUMN, 2)).extracting(Occurrence::mark)
                .containsExactly(Mark.FIRST_OF_TWO, Mark.NORMAL);
    }

    @Test
    void bothPassesAreMarkedWhereBothRun() {
        assertThat(Preview.upcoming(cron("30 * * * *"), Instant.parse("2026-10-24T23:00:00Z"), 4)).extracting(Occurrence::mark)
                .containsExactly(Mark.NORMAL, Mark.FIRST_PASS, Mark.SECOND_PASS, Mark.NORMAL);
    }

    @Test
    void aCalendarIntervalLeavesOutAGapOnlyWhenLiteral() {
        assertThat(Preview.upcoming(daily(ClockChange.LITERAL), SPRING, 1)).extracting(Occurrence::mark)
                .containsExactly(Mark.LEFT_OUT, Mark.NORMAL);
        assertThat(Preview.upcoming(daily(ClockChange.ONCE), SPRING, 1)).extracting(Occurrence::mark).containsExactly(Mark.MOVED);
    }

    @Test
    void anIntervalOfDaysIsMarkedWhereItsTimeOnTheClockMoves() {
        Trigger trigger = new IntervalTrigger(Duration.ofDays(1), SPRING, null, BERLIN);
        assertThat(Preview.upcoming(trigger, SPRING, 3)).extracting(Occurrence::mark)
                .containsExactly(Mark.NORMAL, Mark.SHIFTED, Mark.NORMAL);
        assertThat(Preview.notes(trigger)).hasSize(1);
    }

    @Test
    void aCombinationHasTheMarksOfItsParts() {
        Trigger trigger = new AnyTrigger(List.of(cron("0 12 * * *"), cron("30 2 * * *")), BERLIN);
        assertThat(Preview.upcoming(trigger, SPRING, 3)).extracting(Occurrence::mark)
                .containsExactly(Mark.MOVED, Mark.NORMAL, Mark.NORMAL);
    }

    @Test
    void theLastTimeItWouldHaveRunIsKnown() {
        assertThat(Preview.last(cron("0 12 * * 1"), SPRING).at()).isEqualTo("2026-03-23T11:00:00Z");
        assertThat(Preview.last(cron("0 0 31 2 *"), SPRING)).isNull();
    }

    @Test
    void neverIsToldFromNoMoreAndFromNoneBefore() {
        assertThat(Preview.none(cron("0 0 * * *"), SPRING)).isNull();
        assertThat(Preview.none(cron("0 0 31 2 *"), SPRING).kind()).isEqualTo(NoRun.Kind.NEVER);
        assertThat(Preview.none(cron("@reboot"), SPRING).kind()).isEqualTo(NoRun.Kind.AT_START);
        NoRun past = Preview.none(new DateTrigger(Instant.EPOCH, BERLIN), SPRING);
        assertThat(past.kind()).isEqualTo(NoRun.Kind.NO_MORE);
        assertThat(past.message()).hasToString("Does not run any more; the last time was 1970-01-01 01:00");
        Trigger unknown = new AllTrigger(List.of(new IntervalTrigger(Duration.ofSeconds(2), SPRING, null, BERLIN),
                cron("1/2 * * * * *")), BERLIN);
        NoRun none = Preview.none(unknown, SPRING);
        assertThat(none.kind()).isEqualTo(NoRun.Kind.NONE_BEFORE);
        assertThat(none.at()).isAfter(SPRING.plus(1, ChronoUnit.HOURS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "*/5 * * * *     | 288 runs a day            | 每天 288 次",
            "0 9 * * 1-5     | 260 runs a year           | 每年 260 次",
            "0 9,17 * * 1-5  | 2 runs a day, on 260 days a year | 每年 260 天，每天 2 次",
            "0 0 29 2 *      | less than one run a year  | 每年不到一次",
            "0 0 1 1 *       | 1 run within a year       | 每年 1 次",
            "0 0 31 2 *      | no runs                   | 没有运行",
    })
    void runsPerDayAreSaid(String expression, String english, String chinese) {
        assertThat(Preview.runsPerDay(cron(expression), SPRING).in(Language.ENGLISH)).isEqualTo(english);
        assertThat(Preview.runsPerDay(cron(expression), SPRING).in(Language.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void partsThatRunAtTheSameTimeCountOnce() {
        assertThat(frequency(cron("0 9 * * *"), cron("0 9 * * *"))).isEqualTo("1 run a day");
        assertThat(frequency(cron("0 9 * * *"), cron("0 9 * * 1-5"))).isEqualTo("1 run a day");
        assertThat(frequency(cron("0 9 * * *"), cron("0 17 * * *"))).isEqualTo("2 runs a day");
        assertThat(frequency(cron("0 9 * * 1-5"), cron("0 17 * * 1-5"))).isEqualTo("2 runs a day, on 260 days a year");
        assertThat(frequency(cron("*/5 * * * *"), cron("*/10 * * * *"))).isEqualTo("about 288 runs a day");
        assertThat(frequency(cron("* * * * *"), cron("*/1 * * * *"))).isEqualTo("about 1440 runs a day");
        assertThat(frequency(cron("0 0 1 1 *"), cron("0 0 31 2 *"))).isEqualTo("1 run within a year");
    }

    private static String frequency(Trigger... parts) {
        return Preview.runsPerDay(new AnyTrigger(List.of(parts), BERLIN), SPRING).in(Language.ENGLISH);
    }

    @Test
    void twoDayFieldsAreExplained() {
        assertThat(Preview.notes(cron("0 0 13 * 5")).getFirst().toString()).contains("one or the other");
        assertThat(Preview.notes(cron("0 0 */2 * 5")).getFirst().toString()).contains("match both");
        assertThat(Preview.notes(cron("0 0 * * 5"))).isEmpty();
        assertThat(Preview.notes(CronFieldsTrigger.parse(Map.of("day", "13", "day_of_week", "fri"), DEFAULTS))).isEmpty();
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }

    private static Trigger daily(ClockChange change) {
        return new CalendarIntervalTrigger(1, ChronoUnit.DAYS, LocalTime.of(2, 30), SPRING, null, BERLIN, change);
    }
}
