package org.carillon.ui.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.carillon.ui.controls.HeadingWidths;
import org.carillon.message.Message;
import org.carillon.ui.fx.LiveCell;

/** Shows the next ten planned times of the selected job, in the person's zone and in the job's where that differs. */
public final class NextRunsController {
    private final JobsViewModel model;
    @FXML private TableView<Instant> table;
    @FXML private TableColumn<Instant, Instant> local;
    @FXML private TableColumn<Instant, Instant> zoned;
    @FXML private TableColumn<Instant, Instant> relative;
    @FXML private Label note;
    private JobRow shown;
    private Object shownJob;
    private Instant shownNext;
    private Set<Instant> shownLeftOut = Set.of();

    public NextRunsController(JobsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        column(local, (time, now) -> model.times().weekday(time, model.times().zone()) + "  " + clock(time, model.times().zone()));
        column(zoned, (time, now) -> model.times().weekday(time, zone()) + "  " + clock(time, zone()));
        column(relative, (time, now) -> model.times().relative(time, now));
        HeadingWidths.install(table);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        note.managedProperty().bind(note.visibleProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        model.current().subscribe(this::update);
        model.clock().now().subscribe(this::update);
    }

    private String clock(Instant time, ZoneId zone) {
        return time.atZone(zone).toLocalTime().withNano(0).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    private void column(TableColumn<Instant, Instant> column, BiFunction<Instant, Instant, String> words) {
        LiveCell.install(column, () -> new LiveCell<>(model.clock().now(), ReadOnlyObjectWrapper::new) {
            @Override
            protected void show(Instant item, Instant at) {
                setText(words.apply(item, at));
            }
        });
    }

    private ZoneId zone() {
        JobRow row = model.current().get();
        return row == null || row.job().get() == null ? model.times().zone() : row.job().get().trigger().zone();
    }

    /** Reads the times anew when another job is shown, when it was edited or one was left out, and when the first of them has come. */
    private void update() {
        JobRow row = model.current().get();
        Object job = row == null ? null : row.job().get();
        Instant next = row == null ? null : row.status().get().nextRun();
        Set<Instant> leftOut = row == null ? Set.of() : row.status().get().leftOut();
        Instant now = model.clock().instant();
        boolean passed = !table.getItems().isEmpty() && !table.getItems().getFirst().isAfter(now);
        if (row == shown && job == shownJob && Objects.equals(next, shownNext) && leftOut.equals(shownLeftOut) && !passed) {
            return;
        }
        shown = row;
        shownJob = job;
        shownNext = next;
        shownLeftOut = leftOut;
        List<Instant> times = row == null ? List.of() : NextRuns.of(row.status().get(), now);
        zoned.setText(Message.of("ui.jobs.next.zone", zone().getId()).in(model.times().language()));
        zoned.setVisible(times.stream().anyMatch(time -> NextRuns.isElsewhere(zone(), model.times().zone(), time)));
        table.getItems().setAll(times);
        Label placeholder = new Label(say("next.none"));
        if (row == null) {
            placeholder.textProperty().bind(model.selection());
        }
        table.setPlaceholder(placeholder);
        note.setText(row != null && row.job().get() != null && !row.job().get().enabled() ? say("next.paused") : "");
    }

    private String say(String key) {
        return Message.of("ui.jobs." + key).in(model.times().language());
    }
}
