package org.carillon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.IoReasons;
import org.carillon.store.ConflictException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Opens a job as JSON in an editor, and saves it when it is right and the job is still what the editor was given; what is wrong is said,
 * and the text is kept.
 */
@Command(name = "edit")
final class EditCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    EditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        String text = read();
        Path file = null;
        try {
            file = Files.createTempFile("carillon-" + jobId + "-", ".json");
            Files.writeString(file, text);
            edit(file);
            String changed = Files.readString(file);
            if (changed.equals(text)) {
                context.say("cli.edit.same");
            } else {
                save(text, changed, file);
            }
            Files.delete(file);
            if (json) {
                print();
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new DirectoryException(Message.of("cli.edit.file", String.valueOf(file), IoReasons.words(e)), e);
        }
    }

    private String read() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            return text(session.scheduler());
        }
    }

    private String text(Scheduler scheduler) {
        JobStatus status = scheduler.job(jobId).orElseThrow(() -> new NotFoundException(Message.of("cli.noJob", jobId)));
        return status.isBroken() ? scheduler.json(jobId).orElseThrow()
                : JsonOutput.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(JobJson.write(status.job())) + "\n";
    }

    private void print() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            JobOutput.print(session, jobId, context);
        }
    }

    private void edit(Path file) throws IOException, InterruptedException {
        String editor = editor();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = windows
                ? List.of("cmd", "/c", editor + " \"" + file + "\"")
                : List.of("/bin/sh", "-c", editor + " \"$1\"", "edit", file.toString());
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new DirectoryException(Message.of("cli.edit.failed", editor, code, file.toString()), null);
        }
    }

    private String editor() {
        for (String name : List.of("VISUAL", "EDITOR")) {
            String editor = context.directories().environment().getOrDefault(name, "");
            if (!editor.isBlank()) {
                return editor;
            }
        }
        return System.getProperty("os.name").startsWith("Windows") ? "notepad" : "vi";
    }

    /** @param before what the editor was given: where the job is another one by now, somebody else's change would be lost */
    private void save(String before, String changed, Path file) {
        try {
            Job job = JobJson.readJob(changed, context.triggerDefaults(jobId));
            if (!job.id().equals(jobId)) {
                throw new FormatException("id", Message.of("cli.edit.id", jobId));
            }
            try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
                if (!text(session.scheduler()).equals(before)) {
                    throw new ConflictException(Message.of("cli.edit.changed", jobId));
                }
                session.scheduler().replace(job);
            }
            context.say("cli.edit.saved", jobId);
        } catch (ExplainedException e) {
            context.say("cli.edit.kept", file.toString());
            throw e;
        }
    }
}
