package org.carillon.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.carillon.job.Job;

/** What opens the form for a job, and the imports, in front of a window. Each returns at once. */
public interface Editors {
    /** @param saved is told the job's id once it is saved */
    void create(Window owner, Consumer<String> saved);

    /** @param saved is told the job's id once it is saved */
    void edit(Window owner, Job job, Consumer<String> saved);

    /** @param saved is told the new job's id once it is saved */
    void duplicate(Window owner, Job job, Consumer<String> saved);

    /** Imports this user's crontab. */
    void importCrontab(Window owner);

    /** Imports a file of jobs or a crontab. */
    void importFile(Window owner, Path file);
}
