package org.carillon.ui.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoStackTest {
    private final UndoStack stack = new UndoStack();
    private final List<String> undone = new ArrayList<>();

    @Test
    void theLastIsUndoneFirstAndEachOnce() {
        stack.push(() -> undone.add("first"));
        Runnable second = stack.push(() -> undone.add("second"));
        second.run();
        second.run();
        stack.undoLast();
        stack.undoLast();
        assertThat(undone).containsExactly("second", "first");
        assertThat(stack.isEmpty()).isTrue();
    }
}
