package org.carillon.ui.dialogs;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was done lately and can be undone, the last first; each once. For the FX thread alone. */
final class UndoStack {
    private static final int MOST = 20;

    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** @return what undoes it; nothing happens where that was done already */
    Runnable push(Runnable undo) {
        Runnable once = new Runnable() {
            @Override
            public void run() {
                if (steps.remove(this)) {
                    undo.run();
                }
            }
        };
        steps.push(once);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        return once;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Undoes what was done last; nothing if there is nothing. */
    void undoLast() {
        if (!steps.isEmpty()) {
            steps.peek().run();
        }
    }
}
