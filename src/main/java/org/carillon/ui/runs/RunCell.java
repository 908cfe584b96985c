package org.carillon.ui.runs;

import java.time.Instant;
import java.util.function.BiFunction;
import javafx.scene.control.Tooltip;
import org.carillon.job.Run;
import org.carillon.ui.fx.LiveCell;
import org.carillon.ui.theme.StateLook;
import org.kordamp.ikonli.javafx.FontIcon;

/** A cell of the runs table that says one thing about a run. */
class RunCell extends LiveCell<RunRow> {
    private final BiFunction<Run, Instant, String> words;
    private final Tooltip whole = new Tooltip();

    /** @param words what it says, at that time */
    RunCell(RunsViewModel model, BiFunction<Run, Instant, String> words) {
        super(model.clock().now(), RunRow::run);
        this.words = words;
    }

    @Override
    protected void show(RunRow row, Instant at) {
        String text = words.apply(row.run().get(), at);
        if (!text.equals(getText())) {
            setText(text);
            String said = tip(row, text);
            whole.setText(said);
            setTooltip(said.isEmpty() ? null : whole);
        }
    }

    /** What is said of it in the tooltip. */
    String tip(RunRow row, String text) {
        return text;
    }

    /** The exit code, explained in its tooltip. */
    static final class Exit extends RunCell {
        private final RunWords words;

        Exit(RunsViewModel model, RunWords words) {
            super(model, (run, now) -> words.exitCode(run));
            this.words = words;
        }

        @Override
        String tip(RunRow row, String text) {
            String meaning = words.exitCodeMeaning(row.run().get());
            return meaning.isEmpty() ? text : meaning;
        }
    }

    /** The state: icon, word and colour. */
    static final class State extends RunCell {
        private final FontIcon icon = new FontIcon();

        State(RunsViewModel model, RunWords words) {
            super(model, (run, now) -> words.state(run));
        }

        @Override
        protected void show(RunRow row, Instant at) {
            super.show(row, at);
            StateLook look = StateLook.of(row.run().get().state());
            if (icon.getIconCode() != look.icon()) {
                icon.setIconCode(look.icon());
                icon.getStyleClass().setAll("ikonli-font-icon", "state-icon", look.style());
            }
            setGraphic(icon);
        }
    }
}
