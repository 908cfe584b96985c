package org.carillon.ui.jobs;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import org.carillon.engine.JobStatus;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.ui.fx.LiveCell;
import org.carillon.ui.theme.StateLook;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the jobs table. Each makes its nodes once and reuses them. */
final class JobCells {
    private JobCells() {}

    /** What all of them share. */
    private abstract static class JobCell extends LiveCell<JobRow> {
        final JobsViewModel model;
        final JobWords words;

        JobCell(JobsViewModel model, Function<JobRow, ObservableValue<?>> changes) {
            super(model.clock().now(), changes);
            this.model = model;
            this.words = new JobWords(model.times());
            setTextOverrun(OverrunStyle.ELLIPSIS);
            setWrapText(true);
        }

        String say(String key, Object... arguments) {
            return Message.of("ui.jobs." + key, arguments).in(model.times().language());
        }
    }

    /** State and name. */
    static final class Name extends JobCell {
        private final FontIcon icon = new FontIcon();
        private final Tooltip tip = new Tooltip();

        Name(JobsViewModel model) {
            super(model, JobRow::status);
            setTooltip(tip);
        }

        @Override
        protected void show(JobRow row, Instant at) {
            StateLook look = words.look(row.status().get(), model.scheduler().get());
            dress(icon, look);
            String state = look.word().in(model.times().language());
            setText(row.name());
            setGraphic(icon);
            tip.setText(say("nameTip", row.name(), state, row.id()));
            setAccessibleText(say("nameSpoken", row.name(), state));
        }
    }

    /** The schedule in words. */
    static final class Schedule extends JobCell {
        private final Tooltip tip = new Tooltip();

        Schedule(JobsViewModel model) {
            super(model, JobRow::job);
        }

        @Override
        protected void show(JobRow row, Instant at) {
            JobStatus status = row.status().get();
            setText(status.isBroken() ? status.problem().in(model.times().language()) : row.schedule());
            tip.setText(getText());
            setTooltip(tip);
        }
    }

    /** The countdown to the next run. */
    static final class NextRun extends JobCell {
        private final Tooltip tip = new Tooltip();

        NextRun(JobsViewModel model) {
            super(model, JobRow::status);
        }

        @Override
        protected void show(JobRow row, Instant at) {
            JobStatus status = row.status().get();
            setText(words.nextRun(status, model.scheduler().get(), at));
            pseudoClassStateChanged(Styles.QUIET, status.isBroken() || !status.job().enabled() || status.nextRun() == null);
            setTooltip(status.nextRun() == null ? null : tip);
            tip.setText(status.nextRun() == null ? "" : model.times().full(status.nextRun()));
        }
    }

    /** What became of the last run. */
    static final class LastRun extends JobCell {
        private final FontIcon icon = new FontIcon();
        private final Tooltip tip = new Tooltip();

        LastRun(JobsViewModel model) {
            super(model, JobRow::status);
        }

        @Override
        protected void show(JobRow row, Instant at) {
            Run run = row.status().get().lastRun();
            setText(words.lastRun(run, at));
            pseudoClassStateChanged(Styles.QUIET, run == null);
            setGraphic(run == null ? null : icon);
            if (run != null) {
                dress(icon, StateLook.of(run.state()));
                Instant moment = run.startedAt() != null ? run.startedAt() : run.scheduledAt();
                tip.setText(moment == null ? getText() : getText() + "\n" + model.times().full(moment));
            }
            setTooltip(run == null ? null : tip);
        }
    }

    /** The last twenty as bars. */
    static final class History extends JobCell {
        private final Sparkline bars = new Sparkline();
        private final Tooltip tip = new Tooltip();

        History(JobsViewModel model) {
            super(model, JobRow::history);
        }

        @Override
        protected void show(JobRow row, Instant at) {
            model.wantHistory(row);
            List<Run> runs = row.history().get();
            bars.show(runs);
            setGraphic(runs.isEmpty() ? null : bars);
            long failed = runs.stream().filter(run -> run.state().isFailure()).count();
            String told = say("historyTip", runs.size(), failed);
            setAccessibleText(told);
            tip.setText(told);
            setTooltip(runs.isEmpty() ? null : tip);
        }
    }

    private static void dress(FontIcon icon, StateLook look) {
        if (icon.getIconCode() != look.icon()) {
            icon.setIconCode(look.icon());
        }
        if (!icon.getStyleClass().contains(look.style())) {
            icon.getStyleClass().setAll("ikonli-font-icon", "state-icon", look.style());
        }
    }
}
