package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.carillon.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VersionsCommandTest {
    private static final String JOBS = """
            {"format":"carillon/1","jobs":[{"id":"tick","name":"Tick","trigger":{"type":"cron","expression":"0 3 1 1 *","timezone":"UTC"},
               "action":{"type":"command","command":["echo","tick"]}}]}
            """;

    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aJobThatWasChanged() {
        carillon = new CommandLineFixture(data, new RealSchedulers(), null);
        carillon.typing(JOBS).run("import", "-");
        carillon.typing(JOBS.replace("\"Tick\"", "\"Tock\"")).run("import", "-", "--replace");
        carillon.run("pause", "tick");
    }

    @Test
    void versionsAreListedWithWhatWasChangedAndFromWhere() {
        Result table = carillon.run("versions", "tick");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.lines()).hasSize(4);
        assertThat(table.lines().get(0)).startsWith("VERSION").contains("SAVED", "BY", "FROM", "WHAT CHANGED");
        assertThat(table.lines().get(1)).startsWith("3 ").contains("by a command", "Not paused: yes → no");
        assertThat(table.lines().get(2)).startsWith("2 ").contains("from a file", "Name: Tick → Tock");
        assertThat(table.lines().get(3)).startsWith("1 ").contains("from a file", "added");

        JsonNode versions = carillon.run("versions", "tick", "--json").json();
        assertThat(versions).hasSize(3);
        assertThat(versions.get(0).propertyNames()).containsExactly("number", "savedAt", "user", "origin", "changed", "job");
        assertThat(versions.get(1).get("changed").toString()).isEqualTo("[\"name\"]");
        assertThat(versions.get(2).get("job").get("name").asString()).isEqualTo("Tick");
    }

    @Test
    void anOlderVersionIsRestoredAsANewOne() {
        Result restored = carillon.run("restore", "tick", "1");
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.err()).isEqualTo("The job tick is again what it was in version 1.\n");
        JsonNode job = carillon.run("jobs", "--json").json().get(0);
        assertThat(job.get("name").asString()).isEqualTo("Tick");
        assertThat(job.get("enabled").asBoolean()).isFalse();
        assertThat(carillon.run("versions", "tick", "--json").json()).hasSize(4);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(carillon.run("versions", "none").code()).isEqualTo(ExitCode.NOT_FOUND);
        Result restored = carillon.run("restore", "tick", "9");
        assertThat(restored.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(restored.err()).contains("no version 9");
        assertThat(carillon.run("restore", "tick", "x").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
