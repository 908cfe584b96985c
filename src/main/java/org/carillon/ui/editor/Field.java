package org.carillon.ui.editor;

/** The places of the form that can be wrong, in the order in which a person goes through them. */
enum Field {
    NAME,
    COMMAND_LINE,
    PROGRAM,
    ARGUMENTS,
    WORKING_DIRECTORY,
    ENVIRONMENT,
    EXIT_CODES,
    FAIL_IF_OUTPUT,
    EVERY,
    FIRST_DATE,
    FIRST_TIME,
    TIME,
    WEEKDAYS,
    DAY_OF_MONTH,
    DATE,
    CRON,
    SCHEDULE,
    TIMEOUT,
    KILL_GRACE,
    ATTEMPTS,
    BACKOFF,
    FACTOR,
    MAX_BACKOFF,
    MAX_INSTANCES,
    MISFIRE_GRACE,
    CATCH_UP_WINDOW,
    CATCH_UP_SPACING
}
