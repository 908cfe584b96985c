package org.carillon.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.WhenExists;
import org.carillon.interchange.ImportPlan;
import org.carillon.interchange.InterchangeException;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.IoReasons;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds jobs from a file: all of them or none. */
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

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String file;

    @Option(names = "--crontab")
    private boolean crontab;

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
        String text = read();
        ImportPlan plan = crontab
                ? ImportPlan.ofCrontab(text, context.triggerDefaults(""))
                : ImportPlan.ofJobs(text, context.triggerDefaults(""));
        DataDirectory directory = common.directory(context.directories());
        ImportReport report = new ImportReport(context, plan, dryRun);
        if (plan.jobs().isEmpty() && !plan.refused().isEmpty()) {
            report.print(json, Set.of());
            return ExitCode.FAILED;
        }
        Set<String> left = dryRun ? compare(plan, directory) : add(plan, directory);
        report.print(json, left);
        return ExitCode.DONE;
    }

    /** @return the ids that exist and are left as they are */
    private Set<String> add(ImportPlan plan, DataDirectory directory) {
        try (SchedulerSession session = context.schedulers().open(directory)) {
            Scheduler scheduler = session.scheduler();
            Set<String> there = existing(plan, scheduler);
            scheduler.addAll(plan.jobs(), whenExists());
            return there;
        }
    }

    /** As {@link #add}, but nothing is changed: not even a data directory is made. */
    private Set<String> compare(ImportPlan plan, DataDirectory directory) {
        if (!Files.exists(directory.databaseFile())) {
            return Set.of();
        }
        try (SchedulerSession session = context.schedulers().open(directory)) {
            return existing(plan, session.scheduler());
        }
    }

    /** @return the ids that exist, if they are to be left as they are; none if they are to be replaced */
    private Set<String> existing(ImportPlan plan, Scheduler scheduler) {
        Set<String> stored = scheduler.jobs().stream().map(JobStatus::id).collect(Collectors.toSet());
        Set<String> there = plan.jobs().stream().map(Job::id).filter(stored::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!there.isEmpty() && whenExists() == WhenExists.REFUSE) {
            throw new InterchangeException(Message.of("cli.import.exist", String.join(", ", there)));
        }
        return existing.skip ? there : Set.of();
    }

    private WhenExists whenExists() {
        return existing.replace ? WhenExists.REPLACE : existing.skip ? WhenExists.SKIP : WhenExists.REFUSE;
    }

    private String read() {
        try {
            return file.equals("-")
                    ? new String(context.terminal().in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (CharacterCodingException e) {
            throw new InterchangeException(Message.of("cli.import.encoding", file), e);
        } catch (IOException e) {
            throw new InterchangeException(Message.of("cli.import.unreadable", file, IoReasons.words(e)), e);
        } catch (InvalidPathException e) {
            throw new UsageException(Message.of("cli.import.unreadable", file, e.getReason()), e);
        }
    }
}
