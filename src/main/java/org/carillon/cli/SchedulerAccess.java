package org.carillon.cli;

import org.carillon.control.DirectoryInUseException;
import org.carillon.engine.SchedulerListener;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.store.StoreException;

/**
 * How commands get a scheduler on a data directory.
 *
 * <p>Both ways throw {@link DirectoryInUseException} if another process has it and cannot be asked, {@link DirectoryException} if it
 * cannot be used, and {@link StoreException} if its store cannot.
 */
public interface SchedulerAccess {
    /** The running instance's; if none runs, one that answers, changes jobs and runs what it is asked to, but starts nothing by itself. */
    SchedulerSession open(DataDirectory directory);

    /**
     * One that schedules, in this process.
     *
     * @param listener hears everything from the start on
     * @param end      asks this process to end, when somebody else asks for that; returns at once
     */
    SchedulerSession start(DataDirectory directory, SchedulerListener listener, Runnable end);
}
