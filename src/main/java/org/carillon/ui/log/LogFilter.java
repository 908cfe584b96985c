package org.carillon.ui.log;

/** Which lines are shown. */
public enum LogFilter {
    ALL("all"),
    ERRORS("errors"),
    MATCHES("matches");

    private final String key;

    LogFilter(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
