package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The reference cases for everything but five-field expressions. */
class FieldsVectorTest {
    private static final String ALREADY_FIRED = "up-057";

    @TestFactory
    Stream<DynamicTest> casesConfirmedByApscheduler() {
        return Vectors.rows("aps_fields.jsonl").map(FieldsVectorTest::runs);
    }

    @TestFactory
    Stream<DynamicTest> casesAroundClockChanges() {
        return Vectors.rows("aps_dst.jsonl").map(FieldsVectorTest::runs);
    }

    @TestFactory
    Stream<DynamicTest> casesInWhichApschedulerErrs() {
        return Stream.concat(Vectors.rows("aps_quirks.jsonl"), Vectors.rows("aps_wrong.jsonl")).map(FieldsVectorTest::runs);
    }

    @TestFactory
    Stream<DynamicTest> factsFromApschedulersOwnTests() {
        return Vectors.rows("aps_upstream.jsonl").filter(row -> !row.get("id").stringValue().equals(ALREADY_FIRED))
                .map(row -> row.get("kind").stringValue().equals("field") ? fieldValue(row) : runs(row));
    }

    /** That case's "none" rests on its date having fired before, which no answer of ours depends on: 22:00 at UTC-1 is an hour ahead. */
    @Test
    void aDateAheadRunsWhateverFiredBefore() {
        JsonNode row = Vectors.rows("aps_upstream.jsonl").filter(some -> some.get("id").stringValue().equals(ALREADY_FIRED))
                .findFirst().orElseThrow();
        assertThat(VectorTriggers.of(row).next(from(row))).isEqualTo(from(row).plusSeconds(3600));
    }

    @TestFactory
    Stream<DynamicTest> refusedOrTakenFields() {
        return Vectors.rows("aps_invalid.jsonl").map(row -> DynamicTest.dynamicTest(row.get("id").stringValue() + " " + row.get("args"),
                () -> {
                    if (row.get("refused").booleanValue()) {
                        assertRefused(row);
                    } else {
                        assertThat(Vectors.runs(VectorTriggers.cron(row.get("args"), ZoneId.of("UTC"), from(row)), from(row), 4))
                                .isEqualTo(Vectors.expected(row));
                    }
                }));
    }

    @Test
    void everyReferenceCaseIsRun() {
        long rows = Stream.of("aps_fields", "aps_dst", "aps_quirks", "aps_wrong", "aps_upstream", "aps_invalid", "unix_cron", "dst_once")
                .flatMap(file -> Vectors.rows(file + ".jsonl")).count();
        assertThat(rows).isEqualTo(3095);
    }

    private static Instant from(JsonNode row) {
        return Vectors.time(row.get("start").stringValue());
    }

    private static DynamicTest runs(JsonNode row) {
        return DynamicTest.dynamicTest(row.get("id").stringValue() + " " + row.get("kind").stringValue() + " " + row.get("args"), () -> {
            Trigger trigger = VectorTriggers.of(row);
            List<Instant> expected = Vectors.expected(row);
            String end = Optional.ofNullable(row.get("end")).map(JsonNode::stringValue).orElse("more");
            boolean mayFollow = end.equals("more") || end.equals("cut");
            List<Instant> runs = Vectors.runs(trigger, from(row), expected.size() + (mayFollow ? 0 : 1));
            assertThat(runs).as(trigger.toString()).isEqualTo(expected);
            assertThat(CronVectorTest.backwards(trigger, runs)).as("backwards").isEqualTo(runs);
        });
    }

    private static void assertRefused(JsonNode row) {
        String name = row.get("args").propertyNames().iterator().next();
        TriggerException mistake = catchThrowableOfType(TriggerException.class,
                () -> VectorTriggers.cron(row.get("args"), ZoneId.of("UTC"), from(row)));
        assertThat(mistake).isNotNull();
        assertThat(mistake.field()).isEqualTo(name);
        assertThat(mistake.from()).isBetween(0, mistake.to());
        assertThat(mistake.to()).isLessThanOrEqualTo(row.get("args").get(name).stringValue().length());
    }

    private static DynamicTest fieldValue(JsonNode row) {
        JsonNode args = row.get("args");
        return DynamicTest.dynamicTest(row.get("id").stringValue() + " " + args, () -> {
            JsonNode expected = row.get("expect").get(0);
            Integer found = VectorTriggers.nextValue(args.get("field").stringValue(), args.get("expr").stringValue(),
                    args.get("at").stringValue());
            assertThat(found).isEqualTo(expected.isNull() ? null : expected.intValue());
        });
    }
}
