package org.carillon.app;

import java.util.Objects;
import java.util.function.Predicate;
import org.carillon.cli.Version;
import org.carillon.control.WindowRequest;
import org.carillon.control.server.ServedInstance;

/**
 * This process, as the control API knows it.
 *
 * @param window shows the window in front of all others, and in it what is wanted; says whether there is one
 * @param ending asks the program to end; returns at once
 */
record RunningProgram(Predicate<WindowRequest> window, Runnable ending) implements ServedInstance.Program {
    @Override
    public String version() {
        return Version.number();
    }

    @Override
    public boolean raise(WindowRequest request) {
        return window.test(request);
    }

    @Override
    public void end() {
        ending.run();
    }
}
