package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page and the script are held against the programs that read them. */
class ManualAndCompletionTest {
    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aCommandLine() {
        carillon = CommandLineFixture.alone(data);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"carillon jo | jobs", "carillon exec | executors", "carillon jobs --js | --json", "carillon executors ad | add",
        "carillon add --catch | --catch-up", "carillon imp | import"})
    void bashCompletesWithTheScript(String typed, String completed) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
        Path script = Files.writeString(data.resolve("completion"), carillon.run("completion", "bash").out());
        String line = "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _complete_carillon; echo \"${COMPREPLY[@]}\"";
        assertThat(output("/bin/bash", "--norc", "-c", line).strip()).contains(completed);
    }

    @Test
    void zshHasTheSameScriptAndOtherShellsHaveNone() {
        assertThat(carillon.run("completion", "zsh").out()).isEqualTo(carillon.run("completion").out()).contains("bashcompinit");
        assertThat(carillon.run("completion", "fish").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(carillon.run("completion", "fish").err()).contains("bash, zsh");
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH,EXIT STATUS", "CHINESE,退出状态"})
    void theManualPageTellsEveryCommandAndOption(Language language, String title) {
        String page = carillon.in(language).run("manual").out();
        assertThat(page).startsWith(".TH CARILLON 1").contains(".SH " + title).contains(".SS carillon executors add").contains("\\fB\\-\\-catch\\-up\\fR")
                .contains("CARILLON_DATA").contains("https://example.org/report").doesNotContain("cli.");
        assertThat(page.lines().filter(line -> line.startsWith(".SS"))).hasSizeGreaterThan(20);
    }

    @Test
    void groffReadsItWithoutAComplaint() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "there is no groff here");
        Path page = Files.writeString(data.resolve("carillon.1"), carillon.run("manual").out());
        String shown = output("/usr/bin/groff", "-man", "-ww", "-Tutf8", "-Kutf8", "-P-cbou", page.toString());
        assertThat(shown).doesNotContain("warning").doesNotContain("error:").contains("EXIT STATUS").contains("crontab -l | carillon import - --crontab --dry-run");
    }

    @Test
    void bothAreWrittenToWhereAPackageKeepsThem() {
        assertThat(carillon.run("manual", "--write", data.resolve("share").toString()).code()).isZero();
        assertThat(data.resolve("share/man/man1/carillon.1")).content(StandardCharsets.UTF_8).contains(".SH EXAMPLES");
        assertThat(data.resolve("share/man/zh_CN/man1/carillon.1")).content(StandardCharsets.UTF_8).contains(".SH 示例");
        assertThat(data.resolve("share/bash-completion/completions/carillon")).content(StandardCharsets.UTF_8).contains("_complete_carillon");
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
