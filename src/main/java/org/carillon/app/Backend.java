package org.carillon.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.carillon.engine.Scheduler;
import org.carillon.log.RunLogs;
import org.carillon.message.Message;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Settings;

/** What a window works on: the instance of this process, or one of another process. */
interface Backend extends AutoCloseable {
    Path dataDirectory();

    Scheduler scheduler();

    RunLogs logs();

    Settings settings();

    /** The passwords and tokens that jobs name. */
    SecretsFile secrets();

    /** Keeps other settings. */
    void change(Settings settings);

    /** Is told of other settings, also when another process has written them. @param follower called by any thread, one change at a time */
    void followSettings(Consumer<Settings> follower);

    /** That the job store was restored when it was opened, and what is lost; empty if it was not. */
    Optional<Message> restored();

    /** Whether jobs go on running when it is closed. */
    boolean outlivesWindow();

    @Override
    void close();
}
