package org.carillon.engine;

import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.carillon.action.ActionResult;
import org.carillon.action.ActionRun;
import org.carillon.action.ActionRunner;
import org.carillon.action.StopSignal;
import org.carillon.job.Action;
import org.carillon.job.Circumstances;
import org.carillon.log.RunLogWriter;

/** Actions that go on until the test says how they end, or until they are stopped. */
final class ControlledActions implements ActionRunner {
    /** An action that goes on. */
    final class Running implements StopSignal.Target {
        final ActionRun run;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile ActionResult result = new ActionResult(false, 143, null);
        private volatile boolean goesOn;
        private volatile boolean ignoresAsking;
        private volatile boolean wasKilled;

        Running(ActionRun run) {
            this.run = run;
        }

        long id() {
            return run.mark().runId();
        }

        void succeed() {
            end(new ActionResult(true, 0, null));
        }

        void fail(int exitCode) {
            end(new ActionResult(false, exitCode, org.carillon.job.Reason.of(
                    org.carillon.job.Reason.Cause.EXIT_CODE, Integer.toString(exitCode))));
        }

        void ignoreAsking() {
            ignoresAsking = true;
        }

        boolean wasKilled() {
            return wasKilled;
        }

        private void end(ActionResult how) {
            result = how;
            over.countDown();
        }

        @Override
        public void ask() {
            if (!ignoresAsking) {
                over.countDown();
            }
        }

        @Override
        public void kill() {
            wasKilled = true;
            over.countDown();
        }
    }

    private final BlockingQueue<Running> started = new LinkedBlockingQueue<>();
    private final Map<Long, Running> all = new ConcurrentHashMap<>();
    private volatile boolean succeedAtOnce;
    private volatile boolean unknown;

    /** From now on actions end at once and well. */
    void succeedAtOnce() {
        succeedAtOnce = true;
    }

    /** The next action that was started; waits for it. */
    Running next() throws InterruptedException {
        Running running = started.poll(10, TimeUnit.SECONDS);
        if (running == null) {
            throw new AssertionError("No action was started");
        }
        return running;
    }

    /** How many actions go on until the test or a stop ends them. */
    long goingOn() {
        return all.values().stream().filter(running -> running.goesOn && running.over.getCount() > 0).count();
    }

    int startedCount() {
        return all.size();
    }

    /** From now on nobody can tell what a run is made of. */
    void knowNoCircumstances() {
        unknown = true;
    }

    @Override
    public Circumstances circumstances(Action action) {
        if (unknown) {
            throw new InvalidPathException("/data/?", "Malformed input or input contains unmappable characters");
        }
        return null;
    }

    @Override
    public ActionResult run(ActionRun run, RunLogWriter log, StopSignal stop) throws InterruptedException {
        Running running = new Running(run);
        all.put(running.id(), running);
        if (succeedAtOnce) {
            return new ActionResult(true, 0, null);
        }
        started.add(running);
        stop.attach(running);
        running.goesOn = true;
        running.over.await();
        return running.result;
    }
}
