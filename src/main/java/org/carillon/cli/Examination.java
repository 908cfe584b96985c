package org.carillon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.control.ControlFile;
import org.carillon.control.InstanceLock;
import org.carillon.engine.ExecutorStatus;
import org.carillon.engine.JobStatus;
import org.carillon.engine.SchedulerStatus;
import org.carillon.job.Run;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.SettingsFile;
import org.carillon.store.RunQuery;

/**
 * Looks at everything that jobs need: environment, permissions, disk, the running instance, clock, store and jobs. Makes nothing that is
 * not there, and changes no job; to see whether the directory can be used it does what every command does: writes a file and deletes
 * it, and closes an empty directory to others.
 */
final class Examination {
    /** How bad something is. */
    enum Severity {
        OK,
        NOTE,
        WRONG
    }

    /** @param check what was looked at, for scripts */
    record Finding(String check, Severity severity, Message text) {}

    private static final long TOO_LITTLE = 100L << 20;
    private static final long LITTLE = 1L << 30;
    /** Before this program existed no clock can be right. */
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");
    /** Clocks of one machine may differ by as much between two runs. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final CommandContext context;
    private final DataDirectory directory;
    private final List<Finding> findings = new ArrayList<>();

    Examination(CommandContext context, DataDirectory directory) {
        this.context = context;
        this.directory = directory;
    }

    List<Finding> findings() {
        environment();
        if (!Files.isDirectory(directory.root())) {
            add("directory", Severity.NOTE, "cli.doctor.noDirectory", directory.root().toString());
            return findings;
        }
        guarded("directory", this::permissions);
        guarded("disk", this::disk);
        guarded("settings", () -> new SettingsFile(directory.settingsFile()).readWithoutPassword());
        guarded("control", this::instance);
        if (Files.exists(directory.databaseFile()) || new ControlFile(directory.root()).path().toFile().exists()) {
            guarded("store", this::store);
        } else {
            add("store", Severity.NOTE, "cli.doctor.noStore");
        }
        return findings;
    }

    private void environment() {
        add("environment", Severity.OK, "cli.doctor.java", System.getProperty("java.version"), System.getProperty("os.name"),
                context.terminal().zone().getId());
        Path shell = Path.of("/bin/sh");
        if (!System.getProperty("os.name").startsWith("Windows") && !Files.isExecutable(shell)) {
            add("environment", Severity.WRONG, "cli.doctor.noShell", shell.toString());
        }
        if (context.directories().environment().getOrDefault("PATH", "").isBlank()) {
            add("environment", Severity.WRONG, "cli.doctor.noPath");
        }
    }

    private void permissions() {
        directory.prepare();
        add("directory", Severity.OK, "cli.doctor.directory", directory.root().toString());
    }

    private void disk() throws IOException {
        long free = Files.getFileStore(directory.root()).getUsableSpace();
        Severity severity = free < TOO_LITTLE ? Severity.WRONG : free < LITTLE ? Severity.NOTE : Severity.OK;
        add("disk", severity, severity == Severity.OK ? "cli.doctor.disk" : "cli.doctor.diskFull", free >> 20);
    }

    private void instance() {
        ControlFile file = new ControlFile(directory.root());
        OptionalLong holder = InstanceLock.holder(directory.lockFile());
        boolean says = file.read().isPresent();
        if (holder.isEmpty()) {
            add("control", Severity.NOTE, says ? "cli.doctor.crashed" : "cli.doctor.noInstance");
        } else {
            add("control", says ? Severity.OK : Severity.NOTE, says ? "cli.doctor.instance" : "cli.doctor.silent",
                    Long.toString(holder.getAsLong()));
        }
    }

    private void store() {
        try (SchedulerSession session = context.schedulers().open(directory)) {
            List<JobStatus> jobs = session.scheduler().jobs();
            add("store", Severity.OK, "cli.doctor.store", jobs.size());
            jobs.stream().filter(JobStatus::isBroken)
                    .forEach(job -> add("store", Severity.WRONG, "cli.doctor.brokenJob", job.id(), job.problem()));
            needs(session, jobs);
            clock(session);
            SchedulerStatus status = session.scheduler().status();
            if (session.live() && status.state() == SchedulerStatus.State.TROUBLED) {
                add("scheduler", Severity.WRONG, "cli.status.troubled", status.trouble());
            } else if (session.live() && status.state() == SchedulerStatus.State.PAUSED) {
                add("scheduler", Severity.NOTE, "cli.status.paused");
            }
        }
    }

    private void needs(SchedulerSession session, List<JobStatus> jobs) {
        Set<String> executors = session.scheduler().executors().stream().map(ExecutorStatus::name).collect(Collectors.toSet());
        String path = context.directories().environment().getOrDefault("PATH", "");
        jobs.stream().filter(status -> !status.isBroken() && status.job().enabled())
                .forEach(status -> findings.addAll(new JobNeeds(status.job(), executors, path).missing()));
    }

    private void clock(SchedulerSession session) {
        Instant now = context.terminal().clock().instant();
        Instant newest = session.scheduler().runs(RunQuery.newest(1)).stream().map(Run::endedAt)
                .filter(time -> time != null).findFirst().orElse(Instant.MIN);
        boolean right = now.isAfter(EARLIEST) && !newest.isAfter(now.plus(TOLERANCE));
        add("clock", right ? Severity.OK : Severity.WRONG, right ? "cli.doctor.clock" : "cli.doctor.clockWrong", context.time(now));
    }

    private void add(String check, Severity severity, String key, Object... arguments) {
        findings.add(new Finding(check, severity, Message.of(key, arguments)));
    }

    /** One thing to look at. */
    @FunctionalInterface
    private interface Look {
        void at() throws IOException;
    }

    private void guarded(String check, Look look) {
        try {
            look.at();
        } catch (ExplainedException e) {
            findings.add(new Finding(check, Severity.WRONG, e.explanation()));
        } catch (IOException e) {
            add(check, Severity.WRONG, "cli.error.unexpected", e.toString());
        }
    }
}
