package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.carillon.cli.CommandLineFixture.Result;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class UsageTest {
    private static final List<String> COMMANDS = List.of("run", "add", "status", "top", "jobs", "runs", "log", "import", "export", "start",
            "stop", "rerun", "wait", "edit", "versions", "restore", "skip", "move", "pause", "resume", "remove", "executors", "environment", "next", "explain", "doctor", "completion", "manual");
    /** What they print is a script and a page. */
    private static final Set<String> NOT_JSON = Set.of("completion", "manual");

    private static final Map<Language, List<String>> EXIT_CODES = Map.of(
            Language.ENGLISH, List.of("Exit codes:", "0   done", "1   failed", "2   wrong usage", "3   not found", "4   the data directory is in use"),
            Language.CHINESE, List.of("0 ", "1 ", "2 ", "3 ", "4 "));

    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aCommandLine() {
        carillon = CommandLineFixture.alone(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENGLISH", "CHINESE"})
    void everyCommandAndEveryOptionIsExplained(Language language) {
        carillon.in(language);
        assertThat(carillon.run("--help").out()).contains(COMMANDS);
        for (CommandLine command : all(CarillonCommand.commandLine(new CommandContext(
                Terminal.ofProcess(), language, DataDirectories.ofProcess(), null, null, null)))) {
            CommandSpec help = command.getCommandSpec();
            assertThat(help.usageMessage().description()).as(help.name()).isNotEmpty();
            assertThat(help.args()).as(help.name()).allSatisfy(argument ->
                    assertThat(argument.description()).as(argument.toString()).isNotEmpty().noneMatch(String::isBlank));
            assertThat(NOT_JSON.contains(help.name()) || help.findOption("--json") != null).as("--json of " + help.name()).isTrue();
            String[] asked = (help.qualifiedName().substring("carillon ".length()) + " --help").split(" ");
            Result result = carillon.run(asked);
            assertThat(result.code()).isZero();
            assertThat(result.out()).contains(help.qualifiedName(), "--data", "--help").contains(EXIT_CODES.get(language));
            assertThat(result.err()).isEmpty();
        }
        assertThat(carillon.run("jobs", "--help").out()).contains(language == Language.CHINESE ? "列出任务。" : "Lists the jobs.");
    }

    /** With their own commands. */
    private static List<CommandLine> all(CommandLine command) {
        return command.getSubcommands().values().stream()
                .flatMap(sub -> Stream.concat(Stream.of(sub), all(sub).stream())).toList();
    }

    @Test
    void whatIsNotUnderstoodIsSaidOnOneLineInTheLanguageSpoken() {
        assertWrong("jobs", "--bogus").contains("“--bogus”").contains("carillon jobs --help");
        assertWrong("frobnicate").contains("“frobnicate”");
        assertWrong("pause").contains("JOB");
        assertWrong("log", "7", "--tail", "seven").contains("“seven”").contains("--tail");
        assertWrong("import", "x", "--replace", "--skip").contains("--replace").contains("--skip");
        assertWrong("runs", "--limit", "5", "--limit", "6").contains("--limit").contains("twice");
        assertWrong("runs", "--limit", "0").contains("--limit");
        assertWrong("runs", "--state", "asleep").contains("asleep").contains("SUCCEEDED");
        carillon.in(Language.CHINESE);
        assertWrong("jobs", "--bogus").contains("未知的选项“--bogus”");
    }

    @Test
    void theVersionIsTold() {
        assertThat(carillon.run("--version").out()).startsWith("Carillon");
    }

    @Test
    void theLanguageIsTheVariablesThenTheSettingsThenTheMachines() {
        Path other = data.resolve("other");
        assertThat(Languages.choose(directories("zh_CN.UTF-8"), "jobs")).isEqualTo(Language.CHINESE);
        assertThat(Languages.choose(directories(""), "jobs")).isEqualTo(Language.ofMachine());

        new SettingsFile(directories("").choose(null).settingsFile()).write(Settings.DEFAULT.withLanguage(Language.CHINESE));
        assertThat(Languages.choose(directories(""), "jobs")).isEqualTo(Language.CHINESE);
        assertThat(Languages.choose(directories("en"), "jobs")).isEqualTo(Language.ENGLISH);
        assertThat(Languages.choose(directories(""), "jobs", "--data", other.toString())).isEqualTo(Language.ofMachine());
        assertThat(Languages.choose(directories(""), "jobs", "--data=" + other)).isEqualTo(Language.ofMachine());
    }

    @Test
    void aLogThatIsNotThereIsNotFound() {
        Result result = carillon.run("log", "7");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(result.err()).contains("run 7").contains(data.toString());
        assertThat(Files.exists(data.resolve("logs"))).isFalse();
    }

    @Test
    void theDataDirectoryCanStandBeforeOrAfterTheCommand() {
        String other = data.resolve("other").toString();
        assertThat(carillon.run("--data", other, "log", "7").err()).contains(other);
        assertThat(carillon.run("log", "7", "--data", other).err()).contains(other);
        assertThat(carillon.run("--data", data.toString(), "log", "--data", other, "7").err()).contains(other);
    }

    private DataDirectories directories(String language) {
        return new DataDirectories(Map.of("CARILLON_DATA", data.toString(), "CARILLON_LANG", language), "Linux", "/nowhere");
    }

    private AbstractStringAssert<?> assertWrong(String... arguments) {
        Result result = carillon.run(arguments);
        assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        return assertThat(result.err());
    }
}
