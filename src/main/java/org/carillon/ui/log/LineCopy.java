package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/**
 * Puts the selected lines of a table on the clipboard, whole.
 *
 * @param texts tells the texts of lines
 * @param row   a line with what stands before it, as columns of a spreadsheet, from the row and its text
 * @param done  is told how many lines were copied
 */
record LineCopy<R>(TableView<R> table, BiConsumer<List<R>, Consumer<List<String>>> texts, BiFunction<R, String, String> row, IntConsumer done) {
    void text() {
        copy((line, text) -> text);
    }

    void rows() {
        copy(row);
    }

    private void copy(BiFunction<R, String, String> form) {
        List<R> lines = table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
        texts.accept(lines, whole -> {
            List<String> copied = new ArrayList<>(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                copied.add(form.apply(lines.get(i), whole.get(i)));
            }
            put(String.join("\n", copied));
            done.accept(lines.size());
        });
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        }
    }
}
