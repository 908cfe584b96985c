package org.carillon.bench.engine.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.job.Run;
import org.carillon.job.RunState;

/**
 * Kills a scheduler under load at random moments, again and again on the same data directory, and looks after each kill whether
 * something acknowledged was forgotten, something was started twice, counts as running for ever, or lives on unknown. Ends with
 * exit code 1 at the first violation and keeps the directory. Linux.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec@kill-drill [-Dbench.arguments="KILLS SEED"]}; 300 kills if nothing is said.
 */
final class KillDrill {
    /** One kill in so many hits a scheduler that may not have settled yet what its predecessor left. */
    private static final int WHILE_STARTING = 4;
    private static final Duration SOONEST = Duration.ofMillis(200);
    private static final Duration LATEST = Duration.ofMillis(2_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Load load;
    private final Random random;
    private final Checks checks = new Checks();
    private int settled;

    private KillDrill(Path directory, long seed) {
        load = new Load(directory);
        random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path directory = Files.createTempDirectory("carillon-kill-drill").toRealPath();
        System.out.printf("%d kills, seed %d, in %s%n", kills, seed, directory);
        KillDrill drill = new KillDrill(directory, seed);
        for (int kill = 1; kill <= kills; kill++) {
            drill.kill(kill);
        }
        Ledger ledger = drill.endInPeace(kills + 1);
        System.out.println(drill.summary(kills, ledger));
        delete(directory);
    }

    private void kill(int number) throws IOException, InterruptedException {
        VictimProcess victim = VictimProcess.start(load.directory(), number);
        if (random.nextInt(WHILE_STARTING) > 0 && !victim.awaitReady(PATIENCE)) {
            stopAt(List.of("The scheduler was not ready within " + PATIENCE), "kill " + (number - 1));
        }
        victim.killAfter(Duration.ofMillis(random.nextLong(SOONEST.toMillis(), LATEST.toMillis())));
        Instant killedAt = Instant.now();
        JobProcesses processes = JobProcesses.alive(load.directory());
        checks.acknowledged(victim);
        Ledger ledger = Ledger.read(load);
        List<String> violations = new ArrayList<>(checks.violations(ledger, victim.settledUntil()));
        if (victim.settledUntil() != null) {
            settled++;
            violations.addAll(processes.orphans(ledger, killedAt));
        }
        stopAt(violations, "kill " + number);
        if (number % 10 == 0) {
            System.out.printf("%d kills: %d runs, %d processes of jobs alive%n", number, ledger.runs().size(), processes.runs().size());
        }
    }

    /** One more scheduler, which is let go on for a while and end by itself: nothing may be open or alive then. */
    private Ledger endInPeace(int number) throws IOException, InterruptedException {
        VictimProcess last = VictimProcess.start(load.directory(), number);
        if (!last.awaitReady(PATIENCE)) {
            stopAt(List.of("The last scheduler was not ready within " + PATIENCE), "the end");
        }
        TimeUnit.NANOSECONDS.sleep(LATEST.toNanos());
        last.end(PATIENCE);
        checks.acknowledged(last);
        Ledger ledger = Ledger.read(load);
        List<String> violations = new ArrayList<>(checks.violations(ledger, last.settledUntil()));
        ledger.all().stream().filter(run -> run.state() == RunState.RUNNING).map(run -> "Still open: " + run).forEach(violations::add);
        JobProcesses.alive(load.directory()).runs().forEach((process, run) ->
                violations.add("Process " + process + " of run " + run + " is alive after the end"));
        stopAt(violations, "the end");
        return ledger;
    }

    private void stopAt(List<String> violations, String when) {
        if (!violations.isEmpty()) {
            System.out.printf("After %s, %d violations:%n", when, violations.size());
            violations.stream().limit(20).forEach(violation -> System.out.println("  " + violation));
            System.out.println("The data directory is kept: " + load.directory());
            System.exit(1);
        }
    }

    private String summary(int kills, Ledger ledger) {
        String states = ledger.all().stream()
                .collect(Collectors.groupingBy(Run::state, TreeMap::new, Collectors.counting()))
                .toString();
        return String.format(Locale.ROOT, "%d kills (%d while scheduling, %d while starting), %d jobs and %d runs acknowledged,"
                        + " %d runs %s: none forgotten, none started twice, none open, no process left",
                kills, settled, kills - settled, checks.acknowledgedJobs(), checks.acknowledgedRuns(), ledger.runs().size(), states);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
