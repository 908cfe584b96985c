package org.carillon.cli;

/** How a command ends. Public: scripts compare them. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int NOT_FOUND = 3;
    /** The data directory is in use by another process. */
    public static final int IN_USE = 4;

    private ExitCode() {}
}
