package org.carillon.action;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.carillon.job.CommandAction;
import org.carillon.job.Reason;
import org.carillon.log.LogStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a command as a process, its output into the run's log, and sees to it that a stopped one leaves nothing behind. */
final class CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);
    /** How long output may still come after the process has ended, when another process holds its pipe open. */
    private static final long DRAIN_MILLIS = 1_000;
    /** How often to look whether the last process of a stopped tree has ended. */
    private static final long LOOK_MILLIS = 20;
    /** How long the system may take to do away with killed processes. */
    private static final long KILLED_MILLIS = 5_000;

    ActionResult run(CommandAction action, RunMark mark, ActionOutput output, StopSignal stop) throws InterruptedException {
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        Process process;
        try {
            process = CommandStart.start(action, mark);
        } catch (CommandStart.NotStartedException e) {
            return ActionResult.notStarted(e.explanation());
        }
        ProcessTree tree = ProcessTree.of(process, mark);
        stop.attach(tree);
        LineMatcher outMatcher = new LineMatcher(action.success().failIfOutput(), action.encoding());
        LineMatcher errMatcher = new LineMatcher(action.success().failIfOutput(), action.encoding());
        String name = "run-" + mark.runId();
        OutputReader out = OutputReader.start(process.getInputStream(), LogStream.OUT, output, outMatcher, name + "-out");
        OutputReader err = OutputReader.start(process.getErrorStream(), LogStream.ERR, output, errMatcher, name + "-err");
        feed(process, action, name);
        int exitCode = process.waitFor();
        boolean leftBehind = !drained(out, err);
        awaitTree(tree, stop);
        String found = outMatcher.found() != null ? outMatcher.found() : errMatcher.found();
        return result(action, exitCode, found, leftBehind);
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
    private static boolean drained(OutputReader out, OutputReader err) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
        boolean all = out.await(DRAIN_MILLIS)
                & err.await(Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        out.abandon();
        err.abandon();
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
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        stop.detach();
    }

    private static ActionResult result(CommandAction action, int exitCode, String found, boolean leftBehind) {
        if (!action.success().exitCodes().contains(exitCode)) {
            return new ActionResult(false, exitCode, Reason.of(Reason.Cause.EXIT_CODE, Integer.toString(exitCode)));
        }
        if (found != null) {
            return new ActionResult(false, exitCode, Reason.of(Reason.Cause.OUTPUT, found));
        }
        return new ActionResult(true, exitCode, leftBehind ? Reason.of(Reason.Cause.LEFT_BEHIND) : null);
    }
}
