package org.carillon.cli;

import org.carillon.control.DirectoryInUseException;
import org.carillon.engine.SchedulerListener;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.store.StoreException;

/**
 * How commands get a scheduler on a data directory. Both ways take the directory for this process alone until the session is
 * closed.
 *
 * <p>Both throw {@link DirectoryInUseException} if another process has it, {@link DirectoryException} if it cannot be used, and
 * {@link StoreException} if its store cannot.
 */
public interface SchedulerAccess {
    /** One that answers, changes jobs and runs what it is asked to, but starts nothing by itself. */
    SchedulerSession open(DataDirectory directory);

    /** One that schedules. @param listener hears everything from the start on */
    SchedulerSession start(DataDirectory directory, SchedulerListener listener);
}
