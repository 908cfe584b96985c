package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.message.Language;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.editor.ScheduleForm.Mode;
import org.carillon.ui.editor.SimpleForm.Begin;
import org.carillon.ui.editor.SimpleForm.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Simple, Cron (both notations) and Combine stay in step, and every trigger can be edited. */
class CombinedScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, NOW, "job");

    private final ScheduleForm form = new ScheduleForm(BERLIN, NOW);

    @Test
    void whatIsSetIsTheOnlyPartOfACombination() {
        form.simple().time().set("18:30");

        form.mode().set(Mode.COMBINE);

        assertThat(form.note().get()).isNull();
        assertThat(form.combine().parts()).hasSize(1);
        assertThat(form.combine().parts().getFirst().simple().time().get()).isEqualTo("18:30");
        assertThat(trigger()).isEqualTo(cron("30 18 * * *"));
    }

    @Test
    void aSecondPartMakesItACombination() {
        form.mode().set(Mode.COMBINE);
        ScheduleForm second = form.combine().add();
        second.mode().set(Mode.CRON);
        second.cron().text().set("0 0 13 * 5");

        assertThat(trigger()).isEqualTo(new AnyTrigger(List.of(cron("0 9 * * *"), cron("0 0 13 * 5")), BERLIN));
        form.combine().kind().set(CombineForm.Kind.ALL);
        assertThat(trigger()).isEqualTo(new AllTrigger(List.of(cron("0 9 * * *"), cron("0 0 13 * 5")), BERLIN));
    }

    @Test
    void aCombinationThatOneExpressionSaysRewritesTheOthers() {
        form.mode().set(Mode.COMBINE);
        form.combine().add().simple().time().set("17:00");

        form.mode().set(Mode.CRON);

        assertThat(form.note().get()).isNull();
        assertThat(form.cron().text().get()).isEqualTo("0 9,17 * * *");
    }

    @Test
    void whatACombinationAloneCanSayIsKeptThereAndANoteSaysSo() {
        form.mode().set(Mode.COMBINE);
        form.combine().add().simple().time().set("17:30");

        form.mode().set(Mode.SIMPLE);
        assertThat(form.note().get()).isNotNull();
        form.mode().set(Mode.COMBINE);

        assertThat(form.note().get()).isNull();
        assertThat(form.combine().parts()).hasSize(2);
    }

    @Test
    void aChangeElsewhereTakesThePlaceOfTheCombination() {
        form.mode().set(Mode.COMBINE);
        form.combine().add().simple().time().set("17:30");
        form.mode().set(Mode.SIMPLE);
        form.simple().time().set("6:00");

        form.mode().set(Mode.COMBINE);

        assertThat(form.combine().parts()).hasSize(1);
        assertThat(trigger()).isEqualTo(cron("0 6 * * *"));
    }

    @Test
    void aPartCanBeCombinedItself() {
        form.mode().set(Mode.COMBINE);
        ScheduleForm part = form.combine().add();
        part.mode().set(Mode.COMBINE);
        part.combine().kind().set(CombineForm.Kind.ALL);
        ScheduleForm inner = part.combine().add();
        inner.simple().kind().set(Kind.WEEKLY);

        Trigger all = new AllTrigger(List.of(cron("0 9 * * *"), cron("0 9 * * 1")), BERLIN);
        assertThat(trigger()).isEqualTo(new AnyTrigger(List.of(cron("0 9 * * *"), all), BERLIN));
    }

    @Test
    void whatIsWrongInAPartIsNamedByItsNumber() {
        form.mode().set(Mode.COMBINE);
        form.combine().add().simple().time().set("25:00");

        assertThat(form.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(Field.PART);
            assertThat(problem.message().in(Language.ENGLISH)).startsWith("Part 2:").contains("25:00");
        });
    }

    @Test
    void partsInTheZoneOfTheWholeMoveWithIt() {
        form.mode().set(Mode.COMBINE);
        form.combine().add().zone().set(ZoneId.of("UTC"));

        form.zone().set(SHANGHAI);

        assertThat(form.combine().parts()).extracting(part -> part.zone().get()).containsExactly(SHANGHAI, ZoneId.of("UTC"));
    }

    @Test
    void bothNotationsOfCronAreKeptInStep() {
        form.mode().set(Mode.CRON);
        form.cron().text().set("30 18 * * 5L");
        form.mode().set(Mode.FIELDS);

        assertThat(form.note().get()).isNull();
        assertThat(form.fields().given()).isEqualTo(Map.of("day", "last fri", "hour", "18", "minute", "30"));
        form.fields().text("day").set("1st mon");

        form.mode().set(Mode.CRON);
        assertThat(form.cron().text().get()).isEqualTo("30 18 * * 1#1");
        form.mode().set(Mode.SIMPLE);
        assertThat(form.simple().kind().get()).isEqualTo(Kind.MONTHLY);
    }

    @Test
    void fieldsThatNoExpressionSaysGetANote() {
        form.mode().set(Mode.FIELDS);
        form.fields().text("week").set("20");
        assertThat(trigger()).isEqualTo(CronFieldsTrigger.parse(Map.of("week", "20", "hour", "9", "minute", "0"), DEFAULTS));

        form.mode().set(Mode.CRON);

        assertThat(form.note().get()).isNotNull();
    }

    @Test
    void aWrongFieldIsNotWrongWhileItIsTyped() {
        form.mode().set(Mode.FIELDS);
        form.fields().typing().set("day");
        form.fields().text("day").set("last f");
        assertThat(form.problems()).singleElement().matches(Problem::pending);

        form.fields().typing().set(null);
        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.FIELDS && !problem.pending());
        form.fields().text("day").set("last fri");
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void everySoManyWeeksIsACalendarInterval() {
        form.simple().kind().set(Kind.CALENDAR);
        form.simple().calendar().first().set(LocalDate.of(2026, 12, 4));
        form.simple().time().set("18:00");

        assertThat(trigger()).isEqualTo(new CalendarIntervalTrigger(2, ChronoUnit.WEEKS, LocalTime.of(18, 0),
                Instant.parse("2026-12-03T23:00:00Z"), null, BERLIN, ClockChange.ONCE));
        form.simple().calendar().count().set("0");
        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.CALENDAR_COUNT);
    }

    @Test
    void limitsAreDatesWithOrWithoutATime() {
        form.limits().notBefore().date().set(LocalDate.of(2026, 12, 1));
        form.limits().notAfter().date().set(LocalDate.of(2026, 12, 24));
        assertThat(trigger()).isEqualTo(cron("0 9 * * *").between(Instant.parse("2026-11-30T23:00:00Z"), Instant.parse("2026-12-24T22:59:59Z")));

        form.limits().notAfter().time().set("12:00");
        assertThat(trigger().end()).isEqualTo("2026-12-24T11:00:00Z");
        form.limits().notAfter().time().set("noon");
        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.NOT_AFTER);
        form.limits().notAfter().time().set("");
        form.limits().notAfter().date().set(LocalDate.of(2026, 11, 1));
        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.NOT_AFTER);
    }

    @Test
    void plainWordsTakeThePlaceOfTheSchedule() {
        WordsForm words = new WordsForm(form, () -> NOW);
        words.text().set("weekdays at");
        assertThat(words.offer()).isEmpty();
        words.text().set("weekdays at 9");
        assertThat(words.offer()).contains(cron("0 9 * * 1-5"));

        words.take();

        assertThat(words.text().get()).isEmpty();
        assertThat(form.mode().get()).isEqualTo(Mode.SIMPLE);
        assertThat(form.cron().text().get()).isEqualTo("0 9 * * 1-5");
        assertThat(trigger()).isEqualTo(cron("0 9 * * 1-5"));
    }

    @Test
    void chineseWordsAreTakenToo() {
        WordsForm words = new WordsForm(form, () -> NOW);
        words.text().set("每天早上8点");
        words.take();
        assertThat(trigger()).isEqualTo(cron("0 8 * * *"));

        words.text().set("每7分钟");
        words.take();
        assertThat(form.simple().begin().get()).isEqualTo(Begin.NOW);
        assertThat(trigger()).isEqualTo(IntervalTrigger.every(Duration.ofMinutes(7), DEFAULTS));
    }

    @Test
    void wordsThatOnlyACombinationSaysOpenIt() {
        WordsForm words = new WordsForm(form, () -> NOW);
        words.text().set("every day at 9:00 and 17:30");

        words.take();

        assertThat(form.mode().get()).isEqualTo(Mode.COMBINE);
        assertThat(form.combine().parts()).hasSize(2);
    }

    static Stream<Trigger> triggers() {
        Trigger calendar = new CalendarIntervalTrigger(3, ChronoUnit.MONTHS, LocalTime.of(9, 0), NOW, null, BERLIN, ClockChange.LITERAL);
        Trigger fields = CronFieldsTrigger.parse(Map.of("week", "1-53/2", "hour", "3"), DEFAULTS).between(NOW, NOW.plusSeconds(9_000_000));
        Trigger interval = new IntervalTrigger(Duration.ofMillis(1_500), NOW, null, SHANGHAI);
        return Stream.of(calendar, fields,
                new AnyTrigger(List.of(calendar, fields, interval), NOW, NOW.plusSeconds(99), BERLIN, ClockChange.LITERAL),
                new AllTrigger(List.of(new AnyTrigger(List.of(cron("0 9 * * *")), SHANGHAI), interval), BERLIN),
                new AnyTrigger(List.of(cron("0 9 * * *").between(NOW, null)), BERLIN));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void whatIsShownAndNotChangedIsTheSameTrigger(Trigger trigger) {
        form.show(trigger);

        assertThat(form.problems()).isEmpty();
        assertThat(trigger()).isSameAs(trigger);
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void anotherLimitChangesNothingElse(Trigger trigger) {
        form.show(trigger);
        form.limits().notAfter().date().set(LocalDate.of(2027, 1, 31));

        Instant end = LocalDate.of(2027, 1, 31).atTime(23, 59, 59).atZone(BERLIN).toInstant();
        if (trigger.end() != null) {
            end = trigger().end();
        }
        assertThat(trigger()).isEqualTo(TriggerForms.within(trigger, trigger.start(), end, trigger.clockChange()));
    }

    private Trigger trigger() {
        return form.trigger(NOW, "job");
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }
}
