package org.carillon.control.server;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Function;
import org.carillon.control.HandedCommand;
import org.carillon.control.WindowRequest;
import org.carillon.engine.Scheduler;
import org.carillon.log.RunLogs;

/**
 * What the control API speaks for.
 *
 * @param zone    the machine's
 * @param program the program around the scheduler
 * @param commands runs command lines on the scheduler
 */
public record ServedInstance(Scheduler scheduler, RunLogs logs, InstantSource clock, ZoneId zone, Program program,
        Function<HandedCommand, HandedCommand.Printed> commands) {
    /** The program around the scheduler. */
    public interface Program {
        String version();

        /**
         * Shows its window in front of all others, and in it what is wanted; returns at once.
         *
         * @param request with absolute files
         * @return false if it has no window
         */
        boolean raise(WindowRequest request);

        /** Asks it to end, as by a signal; returns at once. */
        void end();
    }
}
