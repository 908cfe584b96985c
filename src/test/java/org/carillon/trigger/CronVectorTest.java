package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class CronVectorTest {
    @TestFactory
    Stream<DynamicTest> fiveFieldExpressionsInUtc() {
        return Vectors.rows("unix_cron.jsonl").map(row -> expression(row, "UTC"));
    }

    @TestFactory
    Stream<DynamicTest> fiveFieldExpressionsAroundClockChanges() {
        return Vectors.rows("dst_once.jsonl").map(row -> expression(row, row.get("timezone").stringValue()));
    }

    private static DynamicTest expression(JsonNode row, String zone) {
        return DynamicTest.dynamicTest(row.get("id").stringValue() + " " + row.get("expr").stringValue(), () -> {
            Instant from = Vectors.time(row.get("from").stringValue());
            Trigger trigger = CronTrigger.parse(row.get("expr").stringValue(), Dialect.UNIX,
                    new TriggerDefaults(ZoneId.of(zone), from, "job"));
            List<Instant> expected = Vectors.expected(row);
            List<Instant> runs = Vectors.runs(trigger, from, Math.max(8, expected.size()));
            assertThat(runs).as(trigger.toString()).isEqualTo(expected);
            assertThat(backwards(trigger, runs)).as("backwards").isEqualTo(runs);
        });
    }

    /** The same runs, found from the last one back. */
    static List<Instant> backwards(Trigger trigger, List<Instant> runs) {
        List<Instant> found = new ArrayList<>();
        Instant before = runs.isEmpty() ? null : runs.getLast().plusNanos(1);
        for (int i = 0; i < runs.size(); i++) {
            before = trigger.previous(before);
            found.addFirst(before);
        }
        return found;
    }
}
