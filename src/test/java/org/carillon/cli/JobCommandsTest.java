package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.cli.CommandLineFixture.Result;
import org.carillon.control.InstanceLock;
import org.carillon.message.Language;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JobCommandsTest {
    private static final String JOBS = """
            {"format":"carillon/1","jobs":[
              {"id":"tick","name":"Tick","trigger":{"type":"cron","expression":"0 3 1 1 *","timezone":"UTC"},
               "action":{"type":"command","command":["echo","tick"]}},
              {"id":"tock","name":"Tock","trigger":{"type":"interval","every":"PT24H"},
               "action":{"type":"command","command":"echo tock; echo trouble >&2; exit 3"}}]}
            """;

    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aCommandLine() {
        carillon = new CommandLineFixture(data, new RealSchedulers(), null);
    }

    @Test
    void importedJobsAreListed() {
        Result imported = carillon.typing(JOBS).run("import", "-");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).isEqualTo("2 jobs added.\n");

        Result table = carillon.run("jobs");
        assertThat(table.code()).isZero();
        assertThat(table.lines()).hasSize(3);
        assertThat(table.lines().getFirst()).startsWith("ID").contains("NAME", "SCHEDULE", "NEXT RUN", "LAST RUN");
        assertThat(table.out()).contains("On the 1st of January at 03:00");
        assertThat(table.err()).isEmpty();

        JsonNode jobs = carillon.run("jobs", "--json").json();
        assertThat(jobs).hasSize(2);
        JsonNode tick = jobs.get(0);
        assertThat(tick.propertyNames()).containsExactly("id", "name", "description", "group", "tags", "enabled", "trigger",
                "schedule", "action", "policy", "executor", "nextRun", "lastRun", "running");
        assertThat(tick.get("id").asString()).isEqualTo("tick");
        assertThat(tick.get("schedule").asString()).isEqualTo("On the 1st of January at 03:00");
        assertThat(tick.get("nextRun").asString()).matches("20\\d\\d-01-01T11:00:00\\+08:00");
        assertThat(tick.get("lastRun").isNull()).isTrue();
        assertThat(tick.get("running").intValue()).isZero();
    }

    @Test
    void withoutJobsThereIsAnEmptyArray() {
        assertThat(carillon.run("jobs", "--json").out()).isEqualTo("[]\n");
        assertThat(carillon.run("runs", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void anIdThatExistsRefusesTheWholeFileUnlessSaidOtherwise() {
        carillon.typing(JOBS).run("import", "-");
        carillon.run("remove", "tock");
        String changed = JOBS.replace("\"Tick\"", "\"Tick two\"");

        Result refused = carillon.typing(changed).run("import", "-");
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("tick").contains("--replace").contains("--skip").doesNotContain("tock");
        assertThat(ids()).containsExactly("tick");

        Result skipped = carillon.run("import", "-", "--skip");
        assertThat(skipped.err()).isEqualTo("One job added, 1 left as they were.\n");
        assertThat(names()).containsExactly("Tick", "Tock");

        assertThat(carillon.run("import", "-", "--replace").code()).isZero();
        assertThat(names()).containsExactly("Tick two", "Tock");
    }

    @Test
    void aFileWithAMistakeChangesNothingAndNamesThePlace() {
        Result result = carillon.typing(JOBS.replace("\"PT24H\"", "\"now and then\"")).run("import", "-");

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err().lines()).singleElement().asString().contains("jobs[1].trigger.every").contains("now and then");
        assertThat(ids()).isEmpty();
    }

    @Test
    void aCrontabIsImportedLineByLine() throws IOException {
        Path crontab = Path.of("src/test/resources/org/carillon/interchange/crontab.txt");

        Result dry = carillon.run("import", "--crontab", "--dry-run", crontab.toString());
        assertThat(dry.code()).isZero();
        assertThat(dry.err()).contains("line 19, column 22:").contains("line 20, column 1:")
                .endsWith("11 jobs would be added, 2 entries cannot be read.\n");
        assertThat(data).isEmptyDirectory();

        Result result = carillon.run("import", "--crontab", crontab.toString());
        assertThat(result.code()).isZero();
        assertThat(result.err()).endsWith("11 jobs added, 2 entries could not be read.\n");
        assertThat(ids()).hasSize(11);

        assertThat(carillon.run("import", "--crontab", "--dry-run", crontab.toString()).code()).isEqualTo(ExitCode.FAILED);
        assertThat(carillon.run("import", "--crontab", "--skip", crontab.toString()).err())
                .endsWith("No job added, 11 left as they were, 2 entries could not be read.\n");
    }

    @Test
    void aDryRunShowsWhatExistsAmongAllTheRestAndFails() {
        carillon.typing("0 3 * * * save\n").run("import", "--crontab", "-");
        String crontab = "0 3 * * * save\n0 4 * * * load\n61 * * * * never\n";

        Result dry = carillon.typing(crontab).run("import", "--crontab", "--dry-run", "-");
        assertThat(dry.code()).isEqualTo(ExitCode.FAILED);
        assertThat(dry.lines()).hasSize(3);
        assertThat(dry.lines().get(1)).startsWith("save-").endsWith("exists already");
        assertThat(dry.lines().get(2)).startsWith("load-").endsWith("04:00");
        assertThat(dry.err()).contains("line 3, column 1:").contains("--replace").contains("--skip");

        Result json = carillon.typing(crontab).run("import", "--crontab", "--dry-run", "--json", "-");
        assertThat(json.code()).isEqualTo(ExitCode.FAILED);
        assertThat(json.json().valueStream().filter(entry -> entry.has("exists")).map(entry -> entry.get("exists").booleanValue()))
                .containsExactly(true, false);
        assertThat(json.json()).hasSize(3);
        assertThat(json.err()).contains("exist already");
    }

    @Test
    void anImportAsJsonSaysWhatBecomesOfEachLine() {
        JsonNode lines = carillon.typing("# comment\nMAILTO=ana\n0 3 * * * save\n61 * * * * never\n")
                .run("import", "--crontab", "--json", "-").json();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).get("sets").asString()).isEqualTo("MAILTO");
        assertThat(lines.get(0).get("warnings")).hasSize(1);
        assertThat(lines.get(1).get("line").intValue()).isEqualTo(3);
        assertThat(lines.get(1).get("job").asString()).startsWith("save-");
        assertThat(lines.get(1).get("added").booleanValue()).isTrue();
        assertThat(lines.get(2).get("position").toString()).isEqualTo("[0,2]");
    }

    @Test
    void aFileThatCannotBeReadIsAFailure() throws IOException {
        assertThat(carillon.run("import", data.resolve("nowhere").toString()).err()).contains("nowhere").contains("does not exist");
        Path latin = Files.write(data.resolve("latin"), new byte[] {'{', (byte) 0xE4});
        assertThat(carillon.run("import", latin.toString()).err()).contains("UTF-8");
        assertThat(carillon.typing("61 * * * * x\n").run("import", "--crontab", "-").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whatIsExportedCanBeImported() {
        carillon.typing(JOBS).run("import", "-");
        String all = carillon.run("export").out();
        assertThat(carillon.run("export", "tock").json().get("jobs")).hasSize(1);
        assertThat(carillon.run("export", "nope").code()).isEqualTo(ExitCode.NOT_FOUND);

        carillon.run("remove", "tick");
        carillon.run("remove", "tock");
        assertThat(carillon.typing(all).run("import", "-").code()).isZero();
        assertThat(carillon.run("export").out()).isEqualTo(all);
    }

    @Test
    void jobsComeAndGoInTheFormsOfOtherPrograms() {
        Path units = Path.of("src/test/resources/org/carillon/interchange/systemd/photos-backup.timer");
        Path resources = Path.of("src/test/resources/org/carillon/interchange/kubernetes/cronjobs.yaml");
        Result imported = carillon.run("import", units.toString(), resources.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(ids()).containsExactlyInAnyOrder("photos-backup", "invoice-mailer", "rotate");
        assertThat(imported.err()).contains("cronjobs.yaml: line 50, column 1: only resources of kind CronJob");

        Result crontab = carillon.run("export", "--format", "crontab", "rotate", "photos-backup");
        assertThat(crontab.code()).isEqualTo(ExitCode.FAILED);
        assertThat(crontab.err()).contains("photos-backup: left out: ").contains("rotate: left out: ");
        Path output = data.resolve("units");
        assertThat(carillon.run("export", "--format", "systemd", "--output", output.toString(), "photos-backup").out()).isEmpty();
        assertThat(output.resolve("photos-backup.timer")).content().contains("OnCalendar=").contains("Persistent=true");
        assertThat(carillon.run("import", "--dry-run", "--skip", output.resolve("photos-backup.timer").toString()).code()).isZero();
        assertThat(carillon.run("export", "--format", "yaml").out()).startsWith("format: carillon/1\n");
        assertThat(carillon.run("export", "--format", "nothing").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(carillon.run("import", "--from", "nothing", units.toString()).code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void everythingIsPausedAtOnceAndGoesOn() {
        assertThat(carillon.run("pause", "--all", "--for", "1h").code()).isZero();
        assertThat(pause().until()).isEqualTo(CommandLineFixture.NOW.plus(Duration.ofHours(1)));
        assertThat(carillon.run("resume", "--all").code()).isZero();
        assertThat(pause().since()).isNull();
        assertThat(carillon.run("pause", "tick", "--all").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(carillon.run("pause").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(carillon.run("pause", "tick", "--for", "1h").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private Pause pause() {
        try (JobStore store = H2JobStore.open(data)) {
            return store.pause();
        }
    }

    @Test
    void jobsArePausedResumedAndRemoved() {
        carillon.typing(JOBS).run("import", "-");

        assertThat(carillon.run("pause", "tick").code()).isZero();
        assertThat(carillon.run("jobs").out()).contains("paused");
        assertThat(carillon.run("jobs", "--json").json().get(0).get("enabled").booleanValue()).isFalse();
        assertThat(carillon.run("resume", "tick").code()).isZero();
        assertThat(carillon.run("jobs").out()).doesNotContain("paused");
        assertThat(carillon.run("remove", "tick").code()).isZero();
        assertThat(ids()).containsExactly("tock");
        for (String command : new String[] {"pause", "resume", "remove", "start"}) {
            Result missing = carillon.run(command, "tick");
            assertThat(missing.code()).as(command).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(missing.err()).contains("“tick”");
        }
    }

    @Test
    void aDirectoryInUseIsNamedWithItsProcess() {
        carillon.typing(JOBS).run("import", "-");
        try (InstanceLock lock = InstanceLock.acquire(carillon.directory().lockFile())) {
            String[][] commands = {{"jobs"}, {"runs"}, {"start", "tick"}, {"pause", "tick"}, {"export"}, {"run"}, {"import", "-"}};
            for (String[] command : commands) {
                Result result = carillon.run(command);
                assertThat(result.code()).as(command[0]).isEqualTo(ExitCode.IN_USE);
                assertThat(result.out()).isEmpty();
                assertThat(result.err().lines()).singleElement().asString()
                        .contains(data.toString()).contains("process " + ProcessHandle.current().pid());
            }
        }
        assertThat(carillon.in(Language.CHINESE).run("jobs").code()).isZero();
    }

    private List<String> ids() {
        return carillon.run("jobs", "--json").json().valueStream().map(job -> job.get("id").asString()).toList();
    }

    private List<String> names() {
        return carillon.run("jobs", "--json").json().valueStream().map(job -> job.get("name").asString()).toList();
    }
}
