package org.carillon.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.control.WindowRequest;
import org.carillon.settings.DataDirectory;

/**
 * What the program is started with that opens its window. The usual ones are understood here, without picocli: that takes a fifth of a
 * second to make ready, as long as half of what a window needs at all.
 *
 * @param data the directory asked for, or null
 */
record WindowStart(String data, WindowRequest request, boolean hidden) {
    private static final String NEW_JOB = "--new-job";
    private static final String HIDDEN = "--hidden";
    private static final Set<String> FLAGS = Set.of(NEW_JOB, HIDDEN);

    /**
     * Reads a command line.
     *
     * @return empty if it is any other than one that opens the window, or has anything in it that would have to be explained
     */
    static Optional<WindowStart> of(String... arguments) {
        String data = null;
        Set<String> flags = new HashSet<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            if (word.equals("--data") && data == null && i + 1 < arguments.length && !arguments[i + 1].startsWith("-")) {
                data = arguments[++i];
            } else if (isFile(word)) {
                files.add(Path.of(word));
            } else if (!word.equals("--open") && !(FLAGS.contains(word) && flags.add(word))) {
                return Optional.empty();
            }
        }
        return Optional.of(new WindowStart(data, new WindowRequest(files, flags.contains(NEW_JOB)), flags.contains(HIDDEN)));
    }

    /** As desktops name them: a relative one could be a command. */
    private static boolean isFile(String argument) {
        try {
            Path file = Path.of(argument);
            return file.isAbsolute() && Files.isRegularFile(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Shows the window of the instance that runs, else opens one; where there is no display, schedules without. */
    int run(CommandContext context) {
        return run(context, context.directories().choose(data));
    }

    int run(CommandContext context, DataDirectory directory) {
        if (context.window().raise(directory, request)) {
            context.say("cli.raised");
            return ExitCode.DONE;
        }
        if (context.window().hasDisplay()) {
            return context.window().open(directory, request, hidden, context.language());
        }
        context.say("cli.noDisplay");
        return new HeadlessRun(context, false).run(directory);
    }
}
