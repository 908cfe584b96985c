package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.SuccessRule;
import org.carillon.ui.editor.CommandForm.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFormTest {
    private final CommandForm form = new CommandForm();

    @Test
    void aShellLineIsWhatANewFormAsksFor() {
        form.line().set("echo hello | tr a-z A-Z");

        assertThat(form.commandAction().command()).isEqualTo(new CommandLine.ShellLine("echo hello | tr a-z A-Z", null));
    }

    @Test
    void anEmptyCommandIsUnfinishedAndNotWrong() {
        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.COMMAND_LINE && problem.pending());
    }

    @Test
    void aProgramGetsItsArgumentsAsTheyAre() {
        form.kind().set(Kind.PROGRAM);
        form.program().set("/usr/bin/rsync");
        form.arguments().set("-a \"/my data/\" '$HOME'");

        assertThat(form.commandAction().command()).isEqualTo(new CommandLine.Program(List.of("/usr/bin/rsync", "-a", "/my data/", "$HOME")));
        assertThat(form.misplacedShellSyntax()).isEmpty();
    }

    @Test
    void aPipeAmongArgumentsIsPointedOut() {
        form.kind().set(Kind.PROGRAM);
        form.arguments().set("a | b");

        assertThat(form.misplacedShellSyntax()).isEqualTo("|");
    }

    @Test
    void anUnclosedQuoteIsPointedOut() {
        form.kind().set(Kind.PROGRAM);
        form.program().set("echo");
        form.arguments().set("'it");

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.ARGUMENTS);
    }

    @Test
    void switchingToAProgramTakesTheLineApart() {
        form.line().set("rsync -a 'my data' /backup");

        form.switchedKind().set(Kind.PROGRAM);

        assertThat(form.program().get()).isEqualTo("rsync");
        assertThat(form.arguments().get()).isEqualTo("-a 'my data' /backup");
    }

    @Test
    void switchingBackWithoutAChangeRestoresTheLineExactly() {
        form.line().set("cat *.log   | sort > \"$OUT\"");

        form.switchedKind().set(Kind.PROGRAM);
        form.switchedKind().set(Kind.SHELL_LINE);

        assertThat(form.line().get()).isEqualTo("cat *.log   | sort > \"$OUT\"");
    }

    @Test
    void switchingBackAfterAChangeQuotesForTheShell() {
        form.line().set("echo a");
        form.switchedKind().set(Kind.PROGRAM);
        form.arguments().set("'two words' $x");

        form.switchedKind().set(Kind.SHELL_LINE);

        assertThat(form.line().get()).isEqualTo("echo 'two words' '$x'");
    }

    @Test
    void everyPartOfAnActionIsShownWithoutLoss() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("LANG", "C");
        environment.put("EMPTY", "");
        CommandAction action = new CommandAction(new CommandLine.Program(List.of("run", "two words", "", "it's", "line\nbreak")), "/data",
                environment, "input\n", Charset.forName("GBK"), new SuccessRule(Set.of(0, 24), "(?i)error:"));

        form.show(action);

        assertThat(form.problems()).isEmpty();
        assertThat(form.commandAction()).isEqualTo(action);
    }

    @Test
    void theShellOfALineIsKept() {
        CommandAction action = CommandAction.of(new CommandLine.ShellLine("echo $BASH_VERSION", "/bin/bash"));

        form.show(action);

        assertThat(form.commandAction()).isEqualTo(action);
    }

    @Test
    void aWorkingDirectoryNeedsItsFullPath() {
        form.line().set("ls");
        form.workingDirectory().set("data");

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.WORKING_DIRECTORY && !problem.pending());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zero", "0;x", "1.5", "99999999999"})
    void exitCodesAreWholeNumbers(String text) {
        form.line().set("ls");
        form.exitCodes().set(text);

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.EXIT_CODES);
    }

    @Test
    void aPatternThatCannotBeReadIsWrong() {
        form.line().set("ls");
        form.failIfOutput().set("(error");

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.FAIL_IF_OUTPUT);
    }

    @Test
    void rowsOfTheEnvironmentThatWereNotFilledInAreLeftOut() {
        form.line().set("env");
        form.environment().add();
        EnvironmentVariable row = form.environment().add();
        row.name().set(" LANG ");
        row.value().set("C");

        assertThat(form.problems()).isEmpty();
        assertThat(form.commandAction().environment()).containsExactly(Map.entry("LANG", "C"));
    }

    @Test
    void aVariableThatIsGivenTwiceIsWrong() {
        form.line().set("env");
        for (int i = 0; i < 2; i++) {
            form.environment().add().name().set("LANG");
        }

        assertThat(form.problems()).singleElement().matches(problem -> problem.field() == Field.ENVIRONMENT);
        assertThat(form.environment().firstWrong()).contains(form.environment().rows().getFirst());
    }
}
