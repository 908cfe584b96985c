package org.carillon.interchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What jobs can be imported from. */
public enum Format {
    /** {@code carillon/1}, as JSON or as YAML. */
    CARILLON("carillon"),
    /** A user's crontab. crontab(5) */
    CRONTAB("crontab"),
    /** {@code /etc/crontab} and the files in {@code /etc/cron.d}: with a column for the user. */
    SYSTEM_CRONTAB("system-crontab"),
    /** Timers with the services that they start. systemd.timer(5) */
    SYSTEMD("systemd"),
    /** Tasks of Windows, as the Task Scheduler exports them. */
    TASK_SCHEDULER("windows"),
    /** Agents and daemons of macOS. launchd.plist(5) */
    LAUNCHD("launchd"),
    /** Resources of kind CronJob. */
    KUBERNETES("kubernetes");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** Its name on the command line. */
    public String label() {
        return label;
    }

    /** @param label in any case */
    public static Optional<Format> labelled(String label) {
        return Arrays.stream(values()).filter(format -> format.label.equals(label.toLowerCase(Locale.ROOT))).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Format::label).collect(Collectors.toList());
    }
}
