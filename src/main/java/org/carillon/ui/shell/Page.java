package org.carillon.ui.shell;

/** What the window can show beside the navigation. */
public enum Page {
    JOBS,
    TIMELINE,
    RUNS,
    LOGS
}
