package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.cli.CarillonCommand;
import org.carillon.cli.CommandContext;
import org.carillon.cli.Terminal;
import org.carillon.control.client.QuickCommand;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.DataDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is handed over to the running instance does and prints what it would have done and printed itself. */
class HandedCommandTest {
    private record Result(int code, String out, String err) {}

    @TempDir
    Path temp;
    private Path data;
    private Instance instance;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void anInstance() {
        data = temp.resolve("data");
        environment.put("CARILLON_LANG", "en");
        instance = Instance.start(new DataDirectory(data), event -> { }, new RunningProgram(files -> false, () -> { }));
    }

    @AfterEach
    void end() {
        instance.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "jobs --json", "runs", "runs --json", "status", "executors --json", "next @daily --from 2026-01-01T00:00 --count 3",
        "explain @daily", "runs --state asleep", "pause nobody", "jobs --help", "add --in 5m"})
    void itPrintsTheSame(String line) {
        quick("add", "--id", "a", "--cron", "0 3 1 1 *", "--name", "每天 \"quoted\" \\ \t ü", "--", "true");
        String[] words = line.split(" ");

        assertThat(quick(words)).isEqualTo(whole(words));
    }

    @Test
    void whatIsSaidComesAlongUnchanged() {
        List<String> words = List.of("a b", "\"", "\\", "\n\t\u0001", "每天 😀", "--data", "", "$(x) %h");
        String[] line = {"add", "--data", data.toString(), "--id", "a", "--cron", "@daily", "--", "run"};
        String[] all = Stream.concat(Arrays.stream(line), words.stream()).toArray(String[]::new);
        environment.remove("CARILLON_DATA");

        assertThat(quick(all).code()).isZero();
        Job job = instance.scheduler().job("a").orElseThrow().job();
        CommandAction action = (CommandAction) job.action();
        assertThat(((CommandLine.Program) action.command()).words().subList(1, 9)).isEqualTo(words);
        assertThat(action.workingDirectory()).isEqualTo(Path.of("").toAbsolutePath().toString());
        assertThat(job.trigger().zone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void aWordThatNamesAFileBehindAnAtSignComesAlongUnchanged() throws IOException {
        String file = "@" + Files.writeString(temp.resolve("data.json"), "{\"order\": 42}");

        assertThat(quick("add", "--id", "a", "--cron", "@daily", "--", "curl", "-d", file).code()).isZero();
        CommandAction action = (CommandAction) instance.scheduler().job("a").orElseThrow().job().action();
        assertThat(action.command()).isEqualTo(new CommandLine.Program(List.of("curl", "-d", file)));
    }

    @Test
    void itSpeaksTheLanguageOfTheCallerElseThatOfTheSettings() {
        environment.put("CARILLON_LANG", "zh_CN.UTF-8");
        assertThat(quick("explain", "0 9 * * 1-5").out()).contains("每个工作日");
        environment.remove("CARILLON_LANG");
        instance.change(instance.settings().withLanguage(Language.CHINESE));
        assertThat(quick("explain", "0 9 * * 1-5").out()).contains("每个工作日");
    }

    @Test
    void whatReadsFilesOrWaitsIsLeftToItsOwnProcess() {
        for (String line : List.of("log 1 --follow", "wait 1", "import -", "export", "next --batch", "edit a", "top", "run", "", "doctor", "--version")) {
            assertThat(quick(line.isEmpty() ? new String[0] : line.split(" ")).code()).as(line).isEqualTo(QuickCommand.NOT_ANSWERED);
        }
    }

    @Test
    void withoutAnInstanceItIsLeftToItsOwnProcess() throws IOException {
        String address = Files.readString(data.resolve("control.json"));
        instance.close();
        assertThat(quick("jobs").code()).isEqualTo(QuickCommand.NOT_ANSWERED);

        // One that was killed leaves its address behind.
        Files.writeString(data.resolve("control.json"), address);
        Files.setPosixFilePermissions(data.resolve("control.json"), PosixFilePermissions.fromString("rw-------"));
        assertThat(quick("jobs").code()).isEqualTo(QuickCommand.NOT_ANSWERED);
        Files.writeString(data.resolve("control.json"), "{}");
        assertThat(quick("jobs").code()).isEqualTo(QuickCommand.NOT_ANSWERED);
    }

    private Result quick(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new QuickCommand(directories(), print(out), print(err)).run(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Result whole(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), print(out), print(err), InstantSource.system(), ZoneId.systemDefault());
        int code = CarillonCommand.execute(
                new CommandContext(terminal, Language.ENGLISH, directories(), new AppContext(Language.ENGLISH), null, SecretsFile::new), arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private DataDirectories directories() {
        environment.putIfAbsent("CARILLON_DATA", data.toString());
        return new DataDirectories(environment, "Linux", "/nowhere");
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
