package org.carillon.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.carillon.cli.Examination.Finding;
import org.carillon.cli.Examination.Severity;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.message.Message;

/**
 * What one job needs to start: its executor, and for a command its directory and its program.
 *
 * @param executors the names of those there are
 * @param path      where programs without a directory are looked for, unless the job has a PATH of its own
 */
record JobNeeds(Job job, Set<String> executors, String path) {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** What of it is not there. */
    List<Finding> missing() {
        List<Finding> missing = new ArrayList<>();
        if (!executors.contains(job.executor())) {
            missing.add(finding(Severity.WRONG, "cli.doctor.noExecutor", job.executor()));
        }
        if (job.action() instanceof CommandAction command) {
            Path home = Path.of(System.getProperty("user.home"));
            Path directory = command.workingDirectory() == null ? home : home.resolve(command.workingDirectory());
            if (!Files.isDirectory(directory)) {
                missing.add(finding(Severity.WRONG, "cli.doctor.noWorkingDirectory", directory.toString()));
            } else if (command.command() instanceof CommandLine.Program program) {
                program(program.words().getFirst(), directory, command.environment().getOrDefault("PATH", path), missing);
            }
        }
        return missing;
    }

    private void program(String name, Path directory, String searched, List<Finding> missing) {
        if (name.contains("/") || name.contains(File.separator)) {
            if (!Files.isExecutable(directory.resolve(name))) {
                missing.add(finding(Severity.WRONG, "cli.doctor.noProgram", name));
            }
        } else if (!WINDOWS && !isFound(name, searched)) {
            // Jobs start with the environment of the login shell, which this command does not know: no more than a note.
            missing.add(finding(Severity.NOTE, "cli.doctor.notOnPath", name));
        }
    }

    private static boolean isFound(String name, String searched) {
        for (String each : searched.split(Pattern.quote(File.pathSeparator))) {
            try {
                if (!each.isEmpty() && Files.isExecutable(Path.of(each, name))) {
                    return true;
                }
            } catch (InvalidPathException e) {
                // Nothing can be found in it: the next one.
                continue;
            }
        }
        return false;
    }

    private Finding finding(Severity severity, String key, String what) {
        return new Finding("job", severity, Message.of(key, job.id(), what));
    }
}
