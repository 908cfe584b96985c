package org.carillon.ui.log;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.carillon.ui.fx.Background;

/** Asks in the background. Answers to questions about another run or place are dropped. For the FX thread alone. */
final class LogQuestions {
    private final Background background;
    private int current;

    LogQuestions(Background background) {
        this.background = background;
    }

    /** What has been asked so far is not of interest any more. */
    void drop() {
        current++;
    }

    <T> void ask(Supplier<T> read, Consumer<T> show, Consumer<Throwable> failed) {
        int asked = current;
        background.run(read, answer -> {
            if (asked == current) {
                show.accept(answer);
            }
        }, problem -> {
            if (asked == current) {
                failed.accept(problem);
            }
        });
    }
}
