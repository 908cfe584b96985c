package org.carillon.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void blanksPartAndQuotesKeepTogether() {
        assertThat(ShellWords.split("-a  \"two words\" 'single one'\nlast")).contains(List.of("-a", "two words", "single one", "last"));
    }

    @Test
    void aBackslashIsOnlyABackslashSoThatWindowsPathsMeanWhatTheySay() {
        assertThat(ShellWords.split("C:\\data\\new \"C:\\Program Files\\x\"")).contains(List.of("C:\\data\\new", "C:\\Program Files\\x"));
    }

    @Test
    void anEmptyArgumentIsWrittenAsTwoQuotes() {
        assertThat(ShellWords.split("a '' b")).contains(List.of("a", "", "b"));
    }

    @Test
    void aQuoteThatIsNotClosedIsNotUnderstood() {
        assertThat(ShellWords.split("echo 'it")).isEmpty();
    }

    @Property
    void whatIsJoinedIsSplitIntoTheSameWords(@ForAll List<String> words) {
        assertThat(ShellWords.split(ShellWords.join(words))).contains(words);
    }

    @Test
    void whatOnlyAShellUnderstandsIsNamed() {
        assertThat(ShellWords.shellSyntax("cat *.log | sort > out.txt")).isEqualTo("* | >");
        assertThat(ShellWords.shellSyntax("echo \"$HOME\"")).isEqualTo("$");
        assertThat(ShellWords.shellSyntax("echo 'a | b' plain")).isEmpty();
    }
}
