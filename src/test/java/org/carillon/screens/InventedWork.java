package org.carillon.screens;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.carillon.action.ActionResult;
import org.carillon.action.ActionRun;
import org.carillon.action.ActionRunner;
import org.carillon.action.StopSignal;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;

/** Prints what the invented jobs print, and goes on until it is stopped, so that pictures show something that runs. */
final class InventedWork implements ActionRunner {
    private final Instant now;
    private final CountDownLatch printed = new CountDownLatch(1);

    InventedWork(Instant now) {
        this.now = now;
    }

    @Override
    public ActionResult run(ActionRun run, RunLogWriter log, StopSignal stop) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        stop.attach(new StopSignal.Target() {
            @Override
            public void ask() {
                stopped.countDown();
            }

            @Override
            public void kill() {
                stopped.countDown();
            }
        });
        for (int picture = 1; picture <= 24; picture++) {
            boolean odd = picture % 9 == 5;
            print(log, odd ? LogStream.ERR : LogStream.OUT, picture, odd
                    ? "\u001b[33mwarning\u001b[0m IMG_" + (4_100 + picture) + ".heic: no colour profile, sRGB is assumed\n"
                    : "\u001b[32m%3d %%\u001b[0m  IMG_%d.jpg  1600 x 1067  %d kB\n".formatted(picture * 100 / 48, 4_100 + picture, 180 + picture * 37 % 90));
        }
        log.flush();
        printed.countDown();
        stopped.await();
        return new ActionResult(false, 143, null);
    }

    private void print(RunLogWriter log, LogStream stream, int line, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        log.write(stream, now.minusMillis(48_000 - line * 1_900L), bytes, 0, bytes.length);
    }

    /** Until everything is printed. */
    void awaitPrinted() throws InterruptedException {
        printed.await();
    }
}
