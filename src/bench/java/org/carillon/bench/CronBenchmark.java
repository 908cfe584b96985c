package org.carillon.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long the next run of a cron expression takes to find, in Europe/Berlin: from any moment of ten years, and 1,000 in a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class CronBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final int RUNS = 1000;
    private static final long TEN_YEARS = 3652L * 86_400;

    @Param
    public Row row;

    @Param
    public Peer peer;

    private final Instant[] moments = new Instant[4096];
    private UnaryOperator<Instant> next;
    private int turn;

    /** Makes the expression, and makes sure that this peer means the same by it as we do, away from clock changes. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        for (int i = 0; i < moments.length; i++) {
            moments[i] = FROM.plusSeconds(random.nextLong(TEN_YEARS));
        }
        next = peer.next(row, ZONE);
        Instant ours = Peer.CARILLON.next(row, ZONE).apply(FROM);
        if (!ours.equals(next.apply(FROM))) {
            throw new IllegalStateException(peer + " understands " + row + " differently: " + next.apply(FROM) + " instead of " + ours);
        }
    }

    @Benchmark
    public Instant single() {
        return next.apply(moments[turn++ & moments.length - 1]);
    }

    @Benchmark
    @OperationsPerInvocation(RUNS)
    public void thousandInARow(Blackhole hole) {
        Instant run = FROM;
        for (int i = 0; i < RUNS; i++) {
            Instant following = next.apply(run);
            hole.consume(following);
            // some peers end at a year of their own: they begin again
            run = following == null ? FROM : following;
        }
    }
}
