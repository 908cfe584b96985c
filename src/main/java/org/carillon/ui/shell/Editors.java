package org.carillon.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.carillon.job.Job;

/** What opens the form for a job, the imports and what is said of the program, in front of a window. Each returns at once. */
public interface Editors {
    /** @param saved is told the job's id once it is saved */
    void create(Window owner, Consumer<String> saved);

    /** @param saved is told the job's id once it is saved */
    void edit(Window owner, Job job, Consumer<String> saved);

    /** @param saved is told the new job's id once it is saved */
    void duplicate(Window owner, Job job, Consumer<String> saved);

    /** @param template what the new job begins as, with gaps @param saved is told the new job's id once it is saved */
    void fillIn(Window owner, Job template, Consumer<String> saved);

    /**
     * Asks the user's login shell once more for the environment that jobs start with.
     *
     * @param imported is told how many variables there are
     * @param failed   is told why it could not be imported
     */
    void importEnvironment(Consumer<Integer> imported, Consumer<? super Throwable> failed);

    /** Imports this user's crontab. */
    void importCrontab(Window owner);

    /** Imports files of any format. */
    void importFiles(Window owner, List<Path> files);

    /** Shows what this program is. */
    void about(Window owner);
}
