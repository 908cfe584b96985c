package org.carillon.message;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of texts in aligned columns, two blanks between them; the last column is not padded. Plain, fit for a pipe. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
        row(titles);
    }

    /** Adds a row; what would break the line is shown as a blank. */
    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(cell -> cell.replaceAll("[\\p{Cntrl}]+", " ")).toList());
    }

    /** Prints the titles and the rows. */
    public void print(PrintStream out) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths[column] - width(cell))).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** In columns of a terminal, where Chinese, Japanese and Korean letters take two. */
    public static int width(String text) {
        return text.codePoints().map(letter -> isWide(letter) ? 2 : 1).sum();
    }

    private static boolean isWide(int letter) {
        return letter >= 0x1100 && (letter <= 0x115F || letter >= 0x2E80 && letter <= 0xA4CF || letter >= 0xAC00 && letter <= 0xD7A3
                || letter >= 0xF900 && letter <= 0xFAFF || letter >= 0xFE30 && letter <= 0xFE6F || letter >= 0xFF00 && letter <= 0xFF60
                || letter >= 0xFFE0 && letter <= 0xFFE6 || letter >= 0x1F300 && letter <= 0x1FAFF || letter >= 0x20000);
    }
}
