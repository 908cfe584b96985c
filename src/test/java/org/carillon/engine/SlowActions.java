package org.carillon.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.carillon.action.ActionResult;
import org.carillon.action.ActionRun;
import org.carillon.action.ActionRunner;
import org.carillon.action.StopSignal;
import org.carillon.log.RunLogWriter;

/** Actions that end at once, or, while they are slow, when they are stopped or are not slow any more. */
final class SlowActions implements ActionRunner {
    private final Set<CountDownLatch> going = ConcurrentHashMap.newKeySet();
    private boolean slow;

    synchronized void slow(boolean value) {
        slow = value;
        if (!slow) {
            going.forEach(CountDownLatch::countDown);
            going.clear();
        }
    }

    @Override
    public ActionResult run(ActionRun run, RunLogWriter log, StopSignal stop) throws InterruptedException {
        CountDownLatch end = begin();
        stop.attach(new StopSignal.Target() {
            @Override
            public void ask() {
                end.countDown();
            }

            @Override
            public void kill() {
                end.countDown();
            }
        });
        end.await();
        boolean fails = run.mark().runId() % 5 == 0;
        return new ActionResult(!fails, fails ? 1 : 0, null);
    }

    private synchronized CountDownLatch begin() {
        CountDownLatch end = new CountDownLatch(slow ? 1 : 0);
        if (slow) {
            going.add(end);
        }
        return end;
    }
}
