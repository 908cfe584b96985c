package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnCalendarTest {
    /** Each line: expression, zone, moment, and what systemd's own analyser said of the next elapses. */
    @TestFactory
    Stream<DynamicTest> anEventElapsesWhenSystemdSaysSo() throws IOException {
        return Files.readAllLines(Imports.sample("systemd/calendar.tsv")).stream().map(line -> line.split("\t", -1))
                .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> {
                    ZoneId zone = ZoneId.of(row[1]);
                    Instant from = LocalDateTime.parse(row[2]).atZone(zone).toInstant();
                    Trigger trigger = CalendarTrigger.of(OnCalendar.parse(row[0]), new TriggerDefaults(zone, from, ""));
                    List<Instant> expected = row[3].isEmpty() ? List.of() : Arrays.stream(row[3].split(",")).map(Instant::parse).toList();
                    Instant run = from;
                    for (Instant next : expected) {
                        run = trigger.next(run);
                        assertThat(run).isEqualTo(next);
                    }
                    if (expected.size() < 6) {
                        assertThat(trigger.next(run)).as("no more").isNull();
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri..Mon", "12..10:00", "*-*-31/5", "*-13-1", "*-*-0", "1/60:00", "*-*~5..1", "*:0/0", "25:00", "Mon,,Tue", "12",
        "foo", "*-*-* 02:*/70", "2027-1-1 1:1:1:1", "", "daily Europe/Nowhere", "*:*:00.5", "*:*:0/0.5", "10:00 10:00"})
    void whatSystemdRefusesOrWeCannotSayIsRefusedInWords(String expression) {
        assertThatThrownBy(() -> OnCalendar.parse(expression)).isInstanceOf(InterchangeException.class);
    }

    @Test
    void whatCrontabCanSayBecomesACrontabExpression() {
        assertThat(CalendarTrigger.of(OnCalendar.parse("Mon..Fri *-*-* 8..18:00/20"), Imports.DEFAULTS))
                .isInstanceOfSatisfying(CronTrigger.class, cron -> assertThat(cron.expression()).isEqualTo("0,20,40 8-18 * * 1-5"));
        assertThat(CalendarTrigger.of(OnCalendar.parse("*-*~02 06:00"), Imports.DEFAULTS))
                .isInstanceOfSatisfying(CronTrigger.class, cron -> assertThat(cron.expression()).isEqualTo("0 6 L-1 * *"));
    }
}
