package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.carillon.cli.CommandLineFixture.Result;
import org.carillon.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NextCommandTest {
    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aCommandLine() {
        carillon = CommandLineFixture.alone(data);
    }

    @Test
    void timesAreInTheSchedulesZoneWithANumericOffset() {
        Result result = carillon.run("next", "0 3 * * *", "--zone", "Europe/Berlin", "--from", "2026-10-24T00:00", "--count", "3");

        assertThat(result.code()).isZero();
        assertThat(result.lines()).containsExactly(
                "2026-10-24T03:00:00+02:00", "2026-10-25T03:00:00+01:00", "2026-10-26T03:00:00+01:00");
        assertThat(carillon.run("next", "0 3 * * *", "--zone", "UTC", "--count", "1").lines())
                .containsExactly("2026-11-24T03:00:00+00:00");
    }

    @Test
    void withoutOptionsTenTimesFromNowInTheMachinesZone() {
        Result result = carillon.run("next", "*/5 * * * *");

        assertThat(result.lines()).hasSize(10).startsWith("2026-11-23T20:00:00+08:00");
    }

    @Test
    void theBeginningIsIncluded() {
        assertThat(carillon.run("next", "0 3 * * *", "--zone", "UTC", "--from", "2026-01-01T03:00:00Z", "--count", "1").lines())
                .containsExactly("2026-01-01T03:00:00+00:00");
        assertThat(carillon.run("next", "0 3 * * *", "--zone", "UTC", "--from", "2026-01-01T03:00:00.001Z", "--count", "1").lines())
                .containsExactly("2026-01-02T03:00:00+00:00");
    }

    @Test
    void fieldsAndDialectsAreUnderstood() {
        assertThat(carillon.run("next", "--fields", "hour=3 day='last fri'", "--zone", "UTC", "--count", "1").lines())
                .containsExactly("2026-11-27T03:00:00+00:00");
        assertThat(carillon.run("next", "0 0 3 * * 1", "--dialect", "quartz", "--zone", "UTC", "--count", "1").lines())
                .containsExactly("2026-11-29T03:00:00+00:00");
        assertThat(carillon.run("next", "0 0 3 * * 1", "--dialect", "UNIX", "--zone", "UTC", "--count", "1").lines())
                .containsExactly("2026-11-30T03:00:00+00:00");
    }

    @Test
    void asJsonItIsOneObject() {
        Result result = carillon.run("next", "0 3 * * *", "--zone", "UTC", "--count", "1", "--json");

        assertThat(result.out()).isEqualTo("{\"next\":[\"2026-11-24T03:00:00+00:00\"],\"words\":\"Every day at 03:00\"}\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void whatNeverRunsIsSaidAndIsNoFailure() {
        Result result = carillon.run("next", "0 0 31 2 *");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("Never runs\n");
    }

    @Test
    void whyThereIsNoOtherTimeIsToldApart() {
        assertNone("@reboot", "atStart", "Runs when the scheduler starts");
        assertNone("0 0 31 2 *", "never", "Never runs");
        assertNone("0 0 0 1 1 ? 2020", "noMore", "Does not run any more; the last time was 2020-01-01 00:00");
        assertNone("0 0 0 1 1 ? 2027", "noMore", "Does not run any more; the last time was 2027-01-01 00:00");
        assertThat(carillon.run("next", "0 3 * * *", "--json").json().has("none")).isFalse();
        assertThat(carillon.typing("{\"id\":1,\"trigger\":{\"type\":\"cron\",\"expression\":\"0 0 31 2 *\"}}\n").run("next", "--batch").json().get("none")
                .stringValue()).isEqualTo("never");
    }

    private void assertNone(String expression, String kind, String sentence) {
        assertThat(carillon.run("next", expression, "--json").json().get("none").stringValue()).isEqualTo(kind);
        assertThat(carillon.run("next", expression).err()).isEqualTo(sentence + "\n");
    }

    @Test
    void theSentencesAreInTheLanguageThatIsAskedFor() {
        assertThat(carillon.run("next", "0 0 31 2 *", "--lang", "zh").err()).contains("永不运行");
    }

    @Test
    void aMistakeIsWrongUsageOnOneLine() {
        assertWrong("x", "minute", "next", "x * * * *");
        assertWrong("Mars/Base", "zone", "next", "0 3 * * *", "--zone", "Mars/Base");
        assertWrong("tomorrow", "time", "next", "0 3 * * *", "--from", "tomorrow");
        assertWrong("klingon", "dialect", "next", "0 3 * * *", "--dialect", "klingon");
        assertWrong("hour 3", "fields", "next", "--fields", "hour 3");
        assertWrong("hour=3 hour=4", "fields", "next", "--fields", "hour=3 hour=4");
        assertWrong("--fields", "either", "next", "0 3 * * *", "--fields", "hour=3");
        assertWrong("--fields", "either", "next");
        assertWrong("number", "count", "next", "0 3 * * *", "--count", "0");
        assertWrong("many", "--count", "next", "0 3 * * *", "--count", "many");
        assertWrong("--batch", "standard input", "next", "0 3 * * *", "--batch");
    }

    @Test
    void aBatchIsAnsweredRowByRowInOrder() {
        Result result = carillon.typing("""
                {"id":"a","trigger":{"type":"cron","expression":"0 3 * * *","timezone":"Europe/Berlin"},"from":"2026-10-24T00:00:00","count":2}

                {"id":2,"trigger":{"type":"interval","every":"PT5M","timezone":"UTC"},"from":"2026-10-24T00:00:00Z","count":2}
                {"id":"c","trigger":{"type":"cron","expression":"0 99 * * *"},"from":"2026-10-24T00:00:00Z","count":2}
                nonsense
                {"id":"e","trigger":{"type":"cron","fields":{"day":"last fri"}, "bad":1}}
                {"id":"f","trigger":{"type":"date","at":"2020-01-01T00:00:00Z","timezone":"UTC"},"from":"2026-10-24T00:00:00Z","count":2}
                """).in(Language.CHINESE).run("next", "--batch");

        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(6);
        assertThat(result.lines().getFirst()).isEqualTo(
                "{\"id\":\"a\",\"next\":[\"2026-10-24T03:00:00+02:00\",\"2026-10-25T03:00:00+01:00\"],\"words\":\"Every day at 03:00\"}");
        assertThat(result.lines().get(1)).startsWith(
                "{\"id\":2,\"next\":[\"2026-10-24T00:05:00+00:00\",\"2026-10-24T00:10:00+00:00\"],\"words\":");
        JsonNode mistake = JsonMapper.shared().readTree(result.lines().get(2));
        assertThat(mistake.get("id").asString()).isEqualTo("c");
        assertThat(mistake.get("field").asString()).isEqualTo("hour");
        assertThat(mistake.get("position").toString()).isEqualTo("[0,2]");
        assertThat(mistake.get("error").asString()).contains("99");
        assertThat(result.lines().get(3)).startsWith("{\"id\":null,\"error\":");
        assertThat(result.lines().get(4)).startsWith("{\"id\":\"e\",\"error\":").contains("bad");
        assertThat(result.lines().get(5)).startsWith("{\"id\":\"f\",\"next\":[],\"words\":");
    }

    @Test
    void aMistakeComesWithHowItCanBeMended() {
        Result wrong = carillon.run("next", "61 * * * *");
        assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(wrong.err().lines().toList()).hasSize(2).last().isEqualTo("  Use “59”: 59 * * * *");

        JsonNode row = carillon.typing("{\"id\":1,\"trigger\":{\"type\":\"cron\",\"expression\":\"61 * * * *\"}}\n").run("next", "--batch").json();
        assertThat(row.at("/mends/0/expression").stringValue()).isEqualTo("59 * * * *");
        assertThat(row.at("/mends/0/label").stringValue()).isEqualTo("Use “59”");
        assertThat(row.has("place")).isFalse();
    }

    @Test
    void aMistakeInAPartNamesThePart() {
        JsonNode row = carillon.typing("""
                {"id":1,"trigger":{"type":"any","triggers":[{"type":"cron","expression":"@daily"},{"type":"all","triggers":[{"type":"cron","expression":"0 99 * * *"}]}]}}
                """).run("next", "--batch").json();

        assertThat(row.get("place").stringValue()).isEqualTo("triggers[1].triggers[0]");
        assertThat(row.get("field").stringValue()).isEqualTo("hour");
        assertThat(row.get("position").toString()).isEqualTo("[0,2]");
    }

    @Test
    void anIdMayBeAnyJson() {
        String row = "{\"id\":%s,\"trigger\":{\"type\":\"cron\",\"expression\":\"H H * * *\",\"timezone\":\"UTC\"},\"count\":1}\n";

        List<String> answers = carillon.typing(row.formatted("{\"a\":1}") + row.formatted("[2]") + row.formatted("null")).run("next", "--batch").lines();

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).startsWith("{\"id\":{\"a\":1},\"next\":[\"");
        assertThat(answers.get(1)).startsWith("{\"id\":[2],\"next\":[\"");
        assertThat(answers.get(2)).startsWith("{\"id\":null,\"next\":[\"");
    }

    @Test
    void aByteOrderMarkBeforeABatchDoesNotMatter() {
        assertThat(carillon.typing("\uFEFF{\"id\":1,\"trigger\":{\"type\":\"date\",\"at\":\"2020-01-01\"}}\n").run("next", "--batch").lines())
                .singleElement().asString().startsWith("{\"id\":1,\"next\":[");
        assertThat(carillon.typing("").run("next", "--batch").lines()).isEmpty();
    }

    @Test
    void aLongBatchKeepsItsOrder() {
        int rows = 10_000;
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            input.append("{\"id\":").append(i).append(",\"trigger\":{\"type\":\"cron\",\"expression\":\"").append(i % 60)
                    .append(" * * * *\",\"timezone\":\"UTC\"},\"from\":\"2026-01-01T00:00:00Z\",\"count\":3}\n");
        }

        List<String> answers = carillon.typing(input.toString()).run("next", "--batch").lines();

        assertThat(answers).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(answers.get(i))
                    .startsWith("{\"id\":%d,\"next\":[\"2026-01-01T00:%02d:00+00:00\"".formatted(i, i % 60));
        }
    }

    @Test
    void wordsAreInTheLanguageThatIsAskedFor() {
        assertThat(carillon.run("explain", "0 9 * * 1-5").lines()).containsExactly("Every weekday at 09:00");
        assertThat(carillon.run("explain", "0 9 * * 1-5", "--lang", "zh").lines()).containsExactly("每个工作日 09:00");
        assertThat(carillon.in(Language.CHINESE).run("explain", "0 9 * * 1-5").lines()).containsExactly("每个工作日 09:00");
        assertWrong("fr", "", "explain", "0 9 * * 1-5", "--lang", "fr");
    }

    @Test
    void whatMaySurpriseAboutAScheduleIsSaid() {
        assertThat(carillon.run("next", "*/90 * * * *", "--count", "1").err()).contains("note: ", "90");
        assertThat(carillon.run("next", "*/90 * * * *", "--json").json().get("warnings")).hasSize(1);
        assertThat(carillon.run("explain", "*/90 * * * *").err()).contains("note: ", "90");
        assertThat(carillon.run("explain", "0 9 13 * 5").err()).contains("one or the other");
        assertThat(carillon.run("explain", "0 0 31 2 *").err()).contains("note: Never runs", "Read as unix");
        assertThat(carillon.run("explain", "0 0 9 * * 1", "--dialect", "quartz").err()).doesNotContain("Read as");
        assertThat(carillon.run("explain", "0 0 31 2 *", "--json").json().toString()).contains("\"dialect\":\"unix\"", "\"none\":\"never\"");
    }

    private void assertWrong(String told, String alsoTold, String... arguments) {
        Result result = carillon.run(arguments);
        assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().startsWith("carillon").contains(told).contains(alsoTold);
    }
}
