package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final List<String> COMMANDS = List.of(
            "run", "jobs", "runs", "log", "import", "export", "start", "pause", "resume", "remove", "next", "explain");

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
        for (CommandLine command : CarillonCommand.commandLine(new CommandContext(
                Terminal.ofProcess(), language, DataDirectories.ofProcess(), null, null)).getSubcommands().values()) {
            CommandSpec help = command.getCommandSpec();
            assertThat(help.usageMessage().description()).as(help.name()).isNotEmpty();
            assertThat(help.args()).as(help.name()).allSatisfy(argument ->
                    assertThat(argument.description()).as(argument.toString()).isNotEmpty().noneMatch(String::isBlank));
            Result result = carillon.run(help.name(), "--help");
            assertThat(result.code()).isZero();
            assertThat(result.out()).contains("carillon " + help.name(), "--data", "--help");
            assertThat(result.err()).isEmpty();
        }
        assertThat(carillon.run("jobs", "--help").out()).contains(language == Language.CHINESE ? "列出作业。" : "Lists the jobs.");
    }

    @Test
    void whatIsNotUnderstoodIsSaidOnOneLineInTheLanguageSpoken() {
        assertWrong("jobs", "--bogus").contains("“--bogus”").contains("carillon jobs --help");
        assertWrong("frobnicate").contains("“frobnicate”");
        assertWrong("pause").contains("JOB");
        assertWrong("log", "seven").contains("“seven”").contains("RUN");
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
