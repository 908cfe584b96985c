package org.carillon.ui.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.carillon.engine.ChangeOrigin;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.WhenExists;
import org.carillon.interchange.ImportEntry;
import org.carillon.interchange.ImportPlan;
import org.carillon.job.Job;
import org.carillon.job.Origin;
import org.carillon.ui.fx.Background;

/** What an import would do, line by line, and doing it. Nothing happens before {@link #confirm}. For the FX thread alone. */
final class ImportViewModel {
    private final Scheduler scheduler;
    private final Background background;
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList(row -> new Observable[] {row.wanted()});
    private final BooleanProperty replacing = new SimpleBooleanProperty();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();
    private final IntegerBinding chosen;

    /** @param existing the ids of the jobs that are there already */
    ImportViewModel(ImportPlan plan, Set<String> existing, Scheduler scheduler, Background background) {
        this.scheduler = scheduler;
        this.background = background;
        for (ImportEntry entry : plan.entries()) {
            ImportRow row = new ImportRow(entry, false);
            boolean exists = row.job().map(Job::id).filter(existing::contains).isPresent();
            rows.add(exists ? new ImportRow(entry, true) : row);
        }
        chosen = Bindings.createIntegerBinding(() -> jobs().size(), rows, replacing);
    }

    /** The ids of all jobs that there are. May wait for the disk. */
    static Set<String> existing(Scheduler scheduler) {
        return scheduler.jobs().stream().map(JobStatus::id).collect(Collectors.toSet());
    }

    ObservableList<ImportRow> rows() {
        return rows;
    }

    /** Whether jobs that are there already are replaced; else they are left as they are. */
    BooleanProperty replacing() {
        return replacing;
    }

    /** Whether the imported jobs are paused at first. */
    BooleanProperty paused() {
        return paused;
    }

    /** How many jobs would be imported now. */
    IntegerBinding chosen() {
        return chosen;
    }

    ReadOnlyBooleanProperty importing() {
        return importing.getReadOnlyProperty();
    }

    /** How many lines become jobs. */
    long importable() {
        return rows.stream().filter(row -> row.job().isPresent()).count();
    }

    /** How many lines cannot become jobs. */
    long refused() {
        return rows.stream().filter(row -> row.entry().outcome() instanceof ImportEntry.Refused).count();
    }

    /** How many of the jobs are there already. */
    long existing() {
        return rows.stream().filter(ImportRow::exists).count();
    }

    /** Wants all lines that become jobs, or none. */
    void chooseAll(boolean wanted) {
        rows.stream().filter(row -> row.job().isPresent()).forEach(row -> row.wanted().set(wanted));
    }

    /**
     * Imports what is chosen, all of it or nothing.
     *
     * @param done   gets how many jobs were imported
     * @param failed gets why nothing was
     */
    void confirm(Consumer<Integer> done, Consumer<Throwable> failed) {
        List<Job> jobs = jobs();
        WhenExists whenExists = replacing.get() ? WhenExists.REPLACE : WhenExists.SKIP;
        importing.set(true);
        background.run(() -> ChangeOrigin.from(Origin.IMPORT, () -> scheduler.addAll(jobs, whenExists)), count -> {
            importing.set(false);
            done.accept(count);
        }, failure -> {
            importing.set(false);
            failed.accept(failure);
        });
    }

    private List<Job> jobs() {
        return rows.stream()
                .filter(row -> row.wanted().get() && (replacing.get() || !row.exists()))
                .map(ImportRow::job)
                .flatMap(Optional::stream)
                .map(job -> paused.get() ? job.withEnabled(false) : job)
                .toList();
    }
}
