package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import org.carillon.cli.CommandLineFixture.Result;
import org.carillon.control.server.ServedScheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One planned run that is left out or moved from the command line. */
class SkipAndMoveTest {
    private static final String JOBS = """
            {"format":"carillon/1","jobs":[
              {"id":"tick","name":"Tick","trigger":{"type":"cron","expression":"0 3 1 1 *","timezone":"UTC"},
               "action":{"type":"command","command":["echo","tick"]}}]}
            """;

    @TempDir
    private Path data;

    private CommandLineFixture carillon;
    /** In UTC, and eight hours behind the terminal. */
    private int year;

    @BeforeEach
    void aJobThatRunsAtTheBeginningOfEachYear() {
        carillon = new CommandLineFixture(data, new RealSchedulers(), null).atThisTime();
        carillon.typing(JOBS).run("import", "-");
        Instant next = next();
        year = Year.from(next.atOffset(ZoneOffset.UTC)).getValue();
        assertThat(next).isEqualTo(first(year));
    }

    @Test
    void theNextRunIsLeftOut() {
        Result skipped = carillon.run("skip", "tick");

        assertThat(skipped.code()).as(skipped.err()).isZero();
        assertThat(skipped.err()).isEqualTo("The run of the job tick at " + year + "-01-01T11:00:00+08:00 is skipped.\n");
        assertThat(next()).isEqualTo(first(year + 1));
        assertThat(carillon.run("runs", "--job", "tick").out()).contains("SKIPPED");
    }

    @Test
    void aLaterRunIsLeftOut() {
        JsonNode job = carillon.run("skip", "tick", (year + 1) + "-01-01T11:00", "--json").json();

        assertThat(OffsetDateTime.parse(job.get("nextRun").stringValue()).toInstant()).isEqualTo(first(year));
        carillon.run("skip", "tick");
        assertThat(next()).isEqualTo(first(year + 2));
    }

    @Test
    void theNextRunIsMoved() {
        Result moved = carillon.run("move", "tick", "--to", year + "-02-03T12:30");

        assertThat(moved.code()).as(moved.err()).isZero();
        assertThat(moved.err()).isEqualTo("The run of the job tick at " + year + "-01-01T11:00:00+08:00 is moved to " + year + "-02-03T12:30:00+08:00.\n");
        assertThat(next()).isEqualTo(Instant.parse(year + "-02-03T04:30:00Z"));
    }

    @Test
    void aLaterRunIsMoved() {
        JsonNode job = carillon.run("move", "tick", (year + 1) + "-01-01T03:00:00Z", "--to", (year + 1) + "-06-01T00:00:00Z", "--json").json();

        assertThat(OffsetDateTime.parse(job.get("nextRun").stringValue()).toInstant()).isEqualTo(first(year));
        carillon.run("skip", "tick");
        assertThat(next()).isEqualTo(Instant.parse((year + 1) + "-06-01T00:00:00Z"));
    }

    @Test
    void whatCannotBeIsSaidAndChangesNothing() {
        assertRefused(ExitCode.NOT_FOUND, "plans nothing at", "skip", "tick", year + "-01-02T00:00");
        assertRefused(ExitCode.NOT_FOUND, "plans nothing at", "move", "tick", year + "-01-02T00:00", "--to", year + "-03-01T00:00");
        assertRefused(ExitCode.FAILED, "past already", "move", "tick", "--to", "2001-01-01T00:00");
        assertRefused(ExitCode.WRONG_USAGE, "“soon” is not a time", "skip", "tick", "soon");
        assertRefused(ExitCode.WRONG_USAGE, "“soon” is not a time", "move", "tick", "--to", "soon");
        assertRefused(ExitCode.WRONG_USAGE, "TIME is missing", "move", "tick");
        assertRefused(ExitCode.NOT_FOUND, "no job “none”", "skip", "none");
        carillon.run("pause", "tick");
        assertRefused(ExitCode.NOT_FOUND, "has no run to come", "skip", "tick");
        carillon.run("resume", "tick");
        assertThat(next()).isEqualTo(first(year));
    }

    @Test
    void anInstanceThatRunsDoesTheSame() throws Exception {
        try (ServedScheduler served = new ServedScheduler(data.resolve("live"))) {
            CommandLineFixture live = new CommandLineFixture(served.data(), new LiveSchedulers(served), null).atThisTime();
            live.typing(JOBS).run("import", "-");

            assertThat(live.run("skip", "tick").code()).isZero();
            assertThat(live.run("move", "tick", "--to", (year + 1) + "-02-03T00:00:00Z").code()).isZero();

            assertThat(served.scheduler().job("tick").orElseThrow().nextRun()).isEqualTo(Instant.parse((year + 1) + "-02-03T00:00:00Z"));
        }
    }

    private void assertRefused(int code, String said, String... words) {
        Result result = carillon.run(words);
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.err()).contains(said);
        assertThat(result.out()).isEmpty();
    }

    private Instant next() {
        for (JsonNode job : carillon.run("jobs", "--json").json()) {
            if (job.get("id").stringValue().equals("tick")) {
                return OffsetDateTime.parse(job.get("nextRun").stringValue()).toInstant();
            }
        }
        throw new AssertionError("no tick");
    }

    private static Instant first(int year) {
        return Instant.parse(year + "-01-01T03:00:00Z");
    }
}
