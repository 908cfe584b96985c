package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.carillon.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of a job with other arguments, variables or input. */
class StartOnceTest {
    private static final String JOBS = """
            {"format":"carillon/1","jobs":[
              {"id":"say","name":"Say","trigger":{"type":"cron","expression":"0 3 1 1 *","timezone":"UTC"},
               "action":{"type":"command","command":["echo","usual"]}},
              {"id":"line","name":"Line","trigger":{"type":"cron","expression":"0 3 1 1 *","timezone":"UTC"},
               "action":{"type":"command","command":"cat; echo \\"$ONE $TWO\\"","environment":{"ONE":"1"},"stdin":"own\\n"}},
              {"id":"ask","name":"Ask","trigger":{"type":"cron","expression":"0 3 1 1 *","timezone":"UTC"},
               "action":{"type":"http","method":"GET","url":"http://127.0.0.1:9/"}}]}
            """;

    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void jobs() {
        carillon = new CommandLineFixture(data, new RealSchedulers(), null).atThisTime();
        Result imported = carillon.typing(JOBS).run("import", "-");
        assertThat(imported.code()).as(imported.err()).isZero();
    }

    @Test
    void otherArgumentsAreUsedOnceAndTheLedgerTellsOfThem() {
        assertThat(carillon.run("start", "say", "--", "--something", "else").out()).isEqualTo("--something else\n");
        assertThat(carillon.run("start", "say").out()).isEqualTo("usual\n");
        String ledger = carillon.run("runs", "--job", "say", "--json").out();
        assertThat(ledger).contains("else", "usual", "manual");
        assertThat(carillon.run("versions", "say", "--json").json()).hasSize(1);
    }

    @Test
    void variablesAndInputTakeThePlaceOfTheJobsOwn() {
        assertThat(carillon.run("start", "line", "--env", "TWO=2", "--input", "other\n").out()).isEqualTo("other\n1 2\n");
        assertThat(carillon.run("start", "line", "--env", "ONE=3").out()).isEqualTo("own\n3 \n");
        assertThat(carillon.run("start", "line", "--", "echo another line").out()).isEqualTo("another line\n");
    }

    @Test
    void aKindThatHasNoneOfThatIsRefused() {
        Result refused = carillon.run("start", "ask", "--input", "x");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("only commands and scripts").contains("http");
    }
}
