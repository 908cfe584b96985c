package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cron trigger's next run costs no memory but the answer itself. */
class AllocationTest {
    private static final int CALLS = 20_000;
    /** An {@link Instant} takes 24 bytes; the rest is for what the machine does beside. */
    private static final int MOST = 32;
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneId.of("Europe/Berlin"), NOW, "job");
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    static Stream<Trigger> crons() {
        return Stream.concat(
                Stream.of("*/5 * * * *", "30 2 * * *", "0 9 * * 1-5", "0 0 13 * 5", "0 0 L * *", "0 0 9 ? * 2#1").map(it -> CronTrigger.parse(it, null, DEFAULTS)),
                Stream.of(CronFieldsTrigger.parse(Map.of("week", "1-10", "hour", "3"), DEFAULTS)));
    }

    @ParameterizedTest
    @MethodSource("crons")
    void theNextRunCostsNoMemoryButTheAnswer(Trigger trigger) throws JMException {
        bytesOf(trigger);
        assertThat(bytesOf(trigger) / CALLS).isLessThanOrEqualTo(MOST);
    }

    /** Through many years of runs, clock changes included, from the same moment on each time. */
    private static long bytesOf(Trigger trigger) throws JMException {
        long before = allocated();
        Instant run = NOW;
        for (int i = 0; i < CALLS; i++) {
            Instant next = trigger.next(run);
            run = next == null ? NOW : next;
        }
        return allocated() - before;
    }

    /** What this thread has allocated so far. */
    private static long allocated() throws JMException {
        return (Long) BEANS.invoke(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "getThreadAllocatedBytes",
                new Object[] {Thread.currentThread().threadId()}, new String[] {"long"});
    }
}
