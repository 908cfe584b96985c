package org.carillon.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SHELL      | if [ "$a" = 1 ]; then # go | KEYWORD:if STRING:"$a" NUMBER:1 KEYWORD:then COMMENT:# go
            SHELL      | echo $# ${HOME} if-else    | VARIABLE:$# VARIABLE:${HOME}
            PYTHON     | def f(x): return 'it'      | KEYWORD:def KEYWORD:return STRING:'it'
            JAVASCRIPT | const a = 1.5 // why       | KEYWORD:const NUMBER:1.5 COMMENT:// why
            SQL        | SELECT a FROM t -- all     | KEYWORD:SELECT KEYWORD:FROM COMMENT:-- all
            BATCH      | rem nothing                | COMMENT:rem nothing
            PLAIN      | if "x" 1                   | ``
            """)
    void wordsAreToldApart(Syntax syntax, String line, String expected) {
        String found = syntax.tokens(line).stream().filter(token -> token.kind() != Syntax.Kind.PLAIN)
                .map(token -> token.kind() + ":" + token.text()).collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void thePiecesAreTheLine(Syntax syntax) {
        for (String line : new String[] {"", "   ", "a 'open string", "${open", "x = \"a\\\"b\" + 5 # end", "中文 '字' 1"}) {
            assertThat(syntax.tokens(line).stream().map(Syntax.Token::text).collect(Collectors.joining())).isEqualTo(line);
        }
    }

    @Test
    void aLongLineIsReadInOneGo() {
        assertThat(Syntax.SHELL.tokens("echo ".repeat(2_000)).stream().mapToInt(token -> token.text().length()).sum()).isEqualTo(10_000);
    }
}
