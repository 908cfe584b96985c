package org.carillon.interchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What jobs can be exported as. */
public enum ExportFormat {
    /** {@code carillon/1} as JSON. */
    JSON("json", "jobs.json"),
    /** {@code carillon/1} as YAML. */
    YAML("yaml", "jobs.yaml"),
    /** A user's crontab. crontab(5) */
    CRONTAB("crontab", "crontab"),
    /** A timer and a service for each job. */
    SYSTEMD("systemd", "units.txt"),
    /** A CronJob resource for each job. */
    KUBERNETES("kubernetes", "cronjobs.yaml");

    private final String label;
    private final String fileName;

    ExportFormat(String label, String fileName) {
        this.label = label;
        this.fileName = fileName;
    }

    /** Its name on the command line. */
    public String label() {
        return label;
    }

    /** The usual name of a file that holds all of it. */
    public String fileName() {
        return fileName;
    }

    /** @param label in any case */
    public static Optional<ExportFormat> labelled(String label) {
        return Arrays.stream(values()).filter(format -> format.label.equals(label.toLowerCase(Locale.ROOT))).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(ExportFormat::label).toList();
    }
}
