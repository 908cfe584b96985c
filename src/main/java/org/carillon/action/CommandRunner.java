package org.carillon.action;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.carillon.job.CommandAction;
import org.carillon.job.Reason;
import org.carillon.log.LineWatcher;
import org.carillon.log.LogStream;
import org.carillon.log.OutputPump;
import org.carillon.log.RunLogWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a command as a process, its output into the run's log, and sees to it that a stopped one leaves nothing behind. */
final class CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);
    /** How long output may still come after the process has ended, when another process holds its pipe open. */
    private static final Duration DRAIN = Duration.ofMillis(500);
    /** How often to look whether the last process of a stopped tree has ended. */
    private static final long LOOK_MILLIS = 20;
    /** What a shell ends with that has not found a command (POSIX, 2.8.2). */
    private static final int NOT_FOUND = 127;
    /** How long the system may take to do away with killed processes. */
    private static final long KILLED_MILLIS = 5_000;

    private final Supplier<Instant> clock;
    private final UserEnvironment environment;
    private final RootProcesses roots;

    /**
     * @param clock       gives what is printed its time
     * @param environment what commands start with
     * @param roots       where it is written down which process a run began with
     */
    CommandRunner(Supplier<Instant> clock, UserEnvironment environment, RootProcesses roots) {
        this.clock = clock;
        this.environment = environment;
        this.roots = roots;
    }

    ActionResult run(CommandAction action, RunMark mark, RunLogWriter log, StopSignal stop) throws InterruptedException {
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        Process process;
        // It may have been imported for so long that the run was stopped meanwhile.
        Map<String, String> base = environment.variables();
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        try {
            process = CommandStart.start(action, mark, base);
        } catch (CommandStart.NotStartedException e) {
            return ActionResult.notStarted(e.explanation());
        }
        roots.began(mark.runId(), process.pid());
        try {
            return finish(process, action, mark, log, stop, base);
        } finally {
            roots.ended(mark.runId());
        }
    }

    private ActionResult finish(Process process, CommandAction action, RunMark mark, RunLogWriter log, StopSignal stop,
            Map<String, String> base) throws InterruptedException {
        ProcessTree tree = ProcessTree.of(process, mark::isIn);
        stop.attach(tree);
        String name = "run-" + mark.runId();
        LineWatcher outWatcher = watcher(action);
        LineWatcher errWatcher = watcher(action);
        OutputPump out = OutputPump.start(process.getInputStream(), LogStream.OUT, log, clock, outWatcher, name + "-out");
        OutputPump err = OutputPump.start(process.getErrorStream(), LogStream.ERR, log, clock, errWatcher, name + "-err");
        feed(process, action, name);
        int exitCode = process.waitFor();
        boolean leftBehind = !drained(out, err);
        awaitTree(tree, stop);
        Optional<String> found = found(outWatcher).or(() -> found(errWatcher));
        return result(action, exitCode, found.orElse(null), leftBehind, base);
    }

    private static LineWatcher watcher(CommandAction action) {
        String pattern = action.success().failIfOutput();
        return pattern == null ? null : new LineWatcher(Pattern.compile(pattern), action.encoding());
    }

    private static Optional<String> found(LineWatcher watcher) {
        return watcher == null ? Optional.empty() : watcher.found();
    }

    private static void feed(Process process, CommandAction action, String name) {
        byte[] input = action.stdin().getBytes(action.encoding());
        if (input.length == 0) {
            write(process, input);
        } else {
            Thread.ofPlatform().daemon().name(name + "-in").start(() -> write(process, input));
        }
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input);
        } catch (IOException e) {
            LOG.debug("Process {} did not read all of its input", process.pid(), e);
        }
    }

    /** @return false if another process holds the output open */
    private static boolean drained(OutputPump out, OutputPump err) throws InterruptedException {
        boolean all = out.await(DRAIN) & err.await(DRAIN);
        if (!all) {
            out.abandon();
            err.abandon();
        }
        return all;
    }

    /** A stopped run has ended when all of its processes have. */
    private static void awaitTree(ProcessTree tree, StopSignal stop) throws InterruptedException {
        if (!stop.isAsked()) {
            stop.detach();
            return;
        }
        long killedAt = 0;
        while (tree.isAlive()) {
            if (stop.isKilled()) {
                killedAt = killedAt == 0 ? System.nanoTime() : killedAt;
                if (System.nanoTime() - killedAt > TimeUnit.MILLISECONDS.toNanos(KILLED_MILLIS)) {
                    LOG.warn("Processes of a stopped run cannot be killed: {}", tree);
                    break;
                }
                tree.kill();
            } else {
                // One that was being started while the others were asked has not heard of it.
                tree.ask();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        stop.detach();
    }

    private static ActionResult result(
            CommandAction action, int exitCode, String found, boolean leftBehind, Map<String, String> base) {
        if (exitCode == NOT_FOUND && !action.success().exitCodes().contains(exitCode)) {
            String path = action.environment().getOrDefault("PATH", base.getOrDefault("PATH", ""));
            return new ActionResult(false, exitCode, Reason.of(Reason.Cause.COMMAND_NOT_FOUND, path));
        }
        if (!action.success().exitCodes().contains(exitCode)) {
            return new ActionResult(false, exitCode, Reason.of(Reason.Cause.EXIT_CODE, Integer.toString(exitCode)));
        }
        if (found != null) {
            return new ActionResult(false, exitCode, Reason.of(Reason.Cause.OUTPUT, found));
        }
        return new ActionResult(true, exitCode, leftBehind ? Reason.of(Reason.Cause.LEFT_BEHIND) : null);
    }
}
