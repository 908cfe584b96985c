package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutorsCommandTest {
    @TempDir
    Path data;
    private CommandLineFixture carillon;

    @BeforeEach
    void open() {
        carillon = new CommandLineFixture(data.resolve("data"), new RealSchedulers(), null);
    }

    private Result importing(String executor) {
        return carillon.typing("""
                {"format":"carillon/1","jobs":[{"id":"report","name":"Report","trigger":{"type":"cron","expression":"0 3 * * *"},
                 "action":{"type":"command","command":["true"]},"executor":"%s"}]}""".formatted(executor)).run("import", "-");
    }

    @Test
    void atFirstThereIsTheDefaultOne() {
        Result listed = carillon.run("executors", "--json");
        assertThat(listed.json()).hasSize(1);
        assertThat(listed.json().get(0).get("name").stringValue()).isEqualTo("default");
        assertThat(listed.json().get(0).get("type").stringValue()).isEqualTo("thread");
        assertThat(listed.json().get(0).get("running").intValue()).isZero();
    }

    @Test
    void oneThatWasAddedIsThereTheNextTimeAndInTheSettings() throws IOException {
        assertThat(carillon.run("executors", "add", "reports", "--type", "process", "--size", "2", "--java-option=-Xmx64m").code()).isZero();
        assertThat(carillon.run("executors").lines()).anyMatch(line -> line.matches("reports +process +2 +0 +0 +100000 +-Xmx64m"));
        String settings = Files.readString(data.resolve("data/settings.json"), StandardCharsets.UTF_8);
        assertThat(settings).contains("\"executors\"", "\"reports\"", "\"process\"");
        assertThat(carillon.run("executors", "add", "reports").err()).contains("reports");
    }

    @Test
    void whatAChangeDoesNotSayStays() {
        carillon.run("executors", "add", "reports", "--type", "process", "--size", "2", "--queue-limit", "7");
        assertThat(carillon.run("executors", "change", "reports", "--size", "5").code()).isZero();
        assertThat(carillon.run("executors").lines()).anyMatch(line -> line.matches("reports +process +5 +0 +0 +7"));
        assertThat(carillon.run("executors", "change", "default", "--size", "3").code()).isZero();
        assertThat(carillon.run("executors").lines()).anyMatch(line -> line.matches("default +thread +3 +0 +0 +100000"));
    }

    @Test
    void oneThatDoesNotExistIsNotChangedAndNotRemoved() {
        assertThat(carillon.run("executors", "change", "nothing", "--size", "5").code()).isEqualTo(ExitCode.NOT_FOUND);
        Result removed = carillon.run("executors", "remove", "nothing");
        assertThat(removed.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(removed.err()).contains("nothing", "default");
    }

    @Test
    void wrongSizesAndTypesAreWrongUsage() {
        assertThat(carillon.run("executors", "add", "a", "--size", "0").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(carillon.run("executors", "add", "a", "--type", "fibre").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(carillon.run("executors", "add", "a", "--java-option=-Xmx1g").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(carillon.run("executors", "add", "two words").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void anImportThatNamesAnUnknownOneIsRefusedAndSaysWhichExist() {
        Result refused = importing("reports");
        assertThat(refused.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(refused.err()).contains("reports", "default");
        assertThat(carillon.run("jobs", "--json").json()).isEmpty();
    }

    @Test
    void oneThatJobsUseIsNotRemovedAndTheyAreNamed() {
        carillon.run("executors", "add", "reports");
        assertThat(importing("reports").code()).isZero();
        Result refused = carillon.run("executors", "remove", "reports");
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("report");
        carillon.run("remove", "report");
        assertThat(carillon.run("executors", "remove", "reports").code()).isZero();
        assertThat(carillon.run("executors", "--json").json()).hasSize(1);
    }

    @Test
    void theDefaultOneStays() {
        assertThat(carillon.run("executors", "remove", "default").code()).isEqualTo(ExitCode.FAILED);
    }
}
