package org.carillon.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

enum SystemTimeSource implements TimeSource {
    INSTANCE;

    /** Linux: seconds since boot with the time asleep, while {@code nanoTime} counts without it. See proc_uptime(5). */
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final boolean KNOWS_UPTIME = Files.isReadable(UPTIME);
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long suspendedNanos() {
        if (!KNOWS_UPTIME) {
            return UNKNOWN;
        }
        try {
            String text = Files.readString(UPTIME, StandardCharsets.US_ASCII);
            return (long) (Double.parseDouble(text.substring(0, text.indexOf(' '))) * NANOS_PER_SECOND) - System.nanoTime();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    @Override
    public ZoneId zone() {
        return MachineZone.now(MachineZone.LINK);
    }

    @Override
    public void await(Lock lock, Condition condition, long deadline) throws InterruptedException {
        condition.awaitNanos(deadline - nanos());
    }
}
