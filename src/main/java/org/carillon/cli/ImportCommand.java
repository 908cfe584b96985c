package org.carillon.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.carillon.engine.ChangeOrigin;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.WhenExists;
import org.carillon.interchange.Format;
import org.carillon.interchange.ImportPlan;
import org.carillon.interchange.InterchangeException;
import org.carillon.interchange.SourceFile;
import org.carillon.job.Job;
import org.carillon.job.Origin;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.IoReasons;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds jobs from files, of this program or another: all of them or none. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    /** What to do with ids that exist. */
    private static final class Existing {
        @Option(names = "--replace")
        private boolean replace;

        @Option(names = "--skip")
        private boolean skip;
    }

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "file")
    private List<String> files;

    @Option(names = "--from", paramLabel = "FORMAT")
    private String from = "auto";

    @Option(names = "--crontab")
    private boolean crontab;

    @Option(names = "--encoding", paramLabel = "NAME")
    private String encoding;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @ArgGroup
    private Existing existing = new Existing();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ImportPlan plan = ImportPlan.of(read(), format(), context.triggerDefaults(""));
        DataDirectory directory = common.directory(context.directories());
        boolean nothing = plan.jobs().isEmpty() && !plan.refused().isEmpty();
        Set<String> there = nothing ? Set.of() : dryRun ? compare(plan, directory) : add(plan, directory);
        ImportReport report = new ImportReport(context, plan, dryRun, whenExists(), there);
        report.print(json);
        return nothing || report.isRefused() ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** @return the ids that existed @throws InterchangeException if there are any, and nobody said what to do with them */
    private Set<String> add(ImportPlan plan, DataDirectory directory) {
        try (SchedulerSession session = context.schedulers().open(directory)) {
            Scheduler scheduler = session.scheduler();
            Set<String> there = existing(plan, scheduler);
            if (!there.isEmpty() && whenExists() == WhenExists.REFUSE) {
                throw new InterchangeException(Message.of("cli.import.exist", String.join(", ", there)));
            }
            ChangeOrigin.from(Origin.IMPORT, () -> scheduler.addAll(plan.jobs(), whenExists()));
            return there;
        }
    }

    /** Nothing is changed: not even a data directory is made. @return the ids that exist */
    private Set<String> compare(ImportPlan plan, DataDirectory directory) {
        if (!Files.exists(directory.databaseFile())) {
            return Set.of();
        }
        try (SchedulerSession session = context.schedulers().open(directory)) {
            return existing(plan, session.scheduler());
        }
    }

    private static Set<String> existing(ImportPlan plan, Scheduler scheduler) {
        Set<String> stored = scheduler.jobs().stream().map(JobStatus::id).collect(Collectors.toSet());
        return plan.jobs().stream().map(Job::id).filter(stored::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private WhenExists whenExists() {
        return existing.replace ? WhenExists.REPLACE : existing.skip ? WhenExists.SKIP : WhenExists.REFUSE;
    }

    /** @return null to tell it by the content */
    private Format format() {
        if (crontab) {
            return Format.CRONTAB;
        }
        return from.equals("auto") ? null : Format.labelled(from).orElseThrow(() -> new UsageException(
                Message.of("interchange.format.unknown", from, "auto, " + String.join(", ", Format.labels()))));
    }

    private List<SourceFile> read() {
        Charset charset = charset();
        String reading = files.getFirst();
        try {
            List<SourceFile> read = new ArrayList<>();
            for (String file : files) {
                reading = file;
                if (file.equals("-")) {
                    read.add(SourceFile.read(file, context.terminal().in(), charset));
                } else {
                    read.addAll(SourceFile.read(List.of(Path.of(file)), charset));
                }
            }
            // a service beside two timers, or named besides its timer, is there twice
            Set<String> names = new LinkedHashSet<>();
            read.removeIf(file -> !names.add(file.name()));
            return read;
        } catch (IOException e) {
            throw new InterchangeException(Message.of("cli.import.unreadable", reading, IoReasons.words(e)), e);
        } catch (InvalidPathException e) {
            throw new UsageException(Message.of("cli.import.unreadable", reading, e.getReason()), e);
        }
    }

    private Charset charset() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new UsageException(Message.of("job.format.notEncoding", encoding), e);
        }
    }
}
