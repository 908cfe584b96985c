package org.carillon.ui.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import org.carillon.ui.fx.Ticker;

/**
 * Leads once through what people see most, one step at a time, so that each is drawn: the packaged program is shown so to Java, which keeps
 * what it has loaded for all later starts. For the FX thread alone.
 */
final class Tour {
    private static final Duration STEP = Duration.ofMillis(600);

    /** What is typed into the form: usual, with a clock change, never, with a mistake, of the other dialect with years. */
    static final List<String> TYPED = List.of("*/15 * * * *", "0 9 * * 1-5", "30 2 * * *", "0 0 31 2 *", "0 61 * * *", "0 0 8 ? * MON#1 2027,2029",
            "30 18 * * 5L", "*/15 * * * *");

    private final Deque<Runnable> steps;
    private final BooleanSupplier ready;
    private final Runnable over;
    private final Subscription ticks;

    private Tour(Ticker ticker, BooleanSupplier ready, List<Runnable> steps, Runnable over) {
        this.steps = new ArrayDeque<>(steps);
        this.ready = ready;
        this.over = over;
        this.ticks = ticker.every(STEP, this::step);
    }

    /** @param ready whether there is something to show @param over called once, after the last step */
    static void begin(Ticker ticker, BooleanSupplier ready, List<Runnable> steps, Runnable over) {
        new Tour(ticker, ready, steps, over);
    }

    /** Types a cron expression into the form, key by key, each laid out. */
    static void type(Parent form, String expression) {
        if (form.lookup("#cron") instanceof TextField field) {
            for (int end = 1; end <= expression.length(); end++) {
                field.setText(expression.substring(0, end));
                field.end();
                form.applyCss();
                form.layout();
            }
        }
    }

    private void step() {
        if (!steps.isEmpty() && ready.getAsBoolean()) {
            steps.poll().run();
        } else if (steps.isEmpty()) {
            ticks.unsubscribe();
            over.run();
        }
    }
}
