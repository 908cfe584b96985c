package org.carillon.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAlignedAndNothingTrails() {
        Table table = new Table("ID", "NAME", "LAST");
        table.row("a", "A long name", "-");
        table.row("abc", "", "");

        assertThat(printed(table)).isEqualTo("""
                ID   NAME         LAST
                a    A long name  -
                abc
                """);
    }

    @Test
    void wideLettersTakeTwoColumns() {
        Table table = new Table("备份", "x");
        table.row("abcde", "x");

        assertThat(printed(table)).isEqualTo("备份   x\nabcde  x\n");
    }

    @Test
    void lineBreaksAndControlLettersCannotBreakTheTable() {
        Table table = new Table("NAME");
        table.row("a\nb\u001b[31mc");

        assertThat(printed(table)).isEqualTo("NAME\na b [31mc\n");
    }

    private static String printed(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
