package org.carillon.ui.importing;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.carillon.interchange.ImportEntry;
import org.carillon.job.Job;

/** One line of what may be imported, and whether it is wanted. */
final class ImportRow {
    private final ImportEntry entry;
    private final boolean exists;
    private final BooleanProperty wanted = new SimpleBooleanProperty();

    /** @param exists whether its job is there already */
    ImportRow(ImportEntry entry, boolean exists) {
        this.entry = entry;
        this.exists = exists;
        wanted.set(job().isPresent());
    }

    ImportEntry entry() {
        return entry;
    }

    /** What it becomes, if it becomes a job. */
    Optional<Job> job() {
        return entry.outcome() instanceof ImportEntry.Becomes(Job job) ? Optional.of(job) : Optional.empty();
    }

    boolean exists() {
        return exists;
    }

    /** Whether it is to be imported; for rows that become jobs. */
    BooleanProperty wanted() {
        return wanted;
    }
}
