package org.carillon.job;

import java.util.Locale;
import org.carillon.message.Message;

/** From where somebody changed a job. Stored by name. */
public enum Origin {
    /** In the window. */
    WINDOW,
    /** By a command. */
    COMMAND_LINE,
    /** From a file, whether by the window or by a command. */
    IMPORT,
    /** By another program that asked the control API. */
    API,
    /** By the program that the scheduler is a part of, or by the scheduler itself. */
    PROGRAM;

    /** In words. */
    public Message words() {
        return Message.of("job.origin." + name().toLowerCase(Locale.ROOT));
    }
}
