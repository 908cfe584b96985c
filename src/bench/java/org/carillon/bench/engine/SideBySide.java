package org.carillon.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Carillon beside its peers, in one go: the same work, the same durability, the same machine, each measurement in a Java
 * process of its own. Rounds follow each other, so that a slow minute of the machine does not hit one contender alone.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec@side-by-side}, with {@code -Dbench.arguments="ROUNDS WORK,WORK…"} for other
 * than 3 rounds of everything. Linux.
 */
final class SideBySide {
    private final Path base;
    private final Results results = new Results();

    private SideBySide(Path base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Set<Work> works = works(arguments.length > 1 ? arguments[1] : "due_now,bare,adding,lateness,idle,ledger");
        System.out.println(Machine.describe());
        SideBySide comparison = new SideBySide(Files.createTempDirectory("carillon-bench"));
        for (int round = 1; round <= rounds; round++) {
            comparison.run(round, works);
        }
        delete(comparison.base);
        System.out.println(new Table(comparison.results, rounds).text());
    }

    private static Set<Work> works(String names) {
        EnumSet<Work> chosen = EnumSet.noneOf(Work.class);
        Arrays.stream(names.split(",")).map(name -> Work.valueOf(name.toUpperCase(Locale.ROOT))).forEach(chosen::add);
        return chosen;
    }

    private void run(int round, Set<Work> works) throws IOException, InterruptedException {
        for (Work work : works) {
            List<Contenders> order = new ArrayList<>(List.of(Contenders.values()));
            Collections.rotate(order, round);
            for (Contenders contender : order) {
                if (contender.takesPartIn(work)) {
                    run(round, work, contender);
                }
            }
        }
    }

    private void run(int round, Work work, Contenders contender) throws IOException, InterruptedException {
        Path directory = directory(work, contender);
        Stopwatch watch = Stopwatch.start();
        results.add(contender, ChildJvm.run(contender, work, directory));
        System.err.printf(Locale.ROOT, "round %d: %s, %s: %.0f s%n", round, work, contender.title(), watch.millis() / 1e3);
        if (work.filling() == null) {
            delete(directory);
        }
    }

    /** An empty one, or one that has been filled, in the first round for all rounds. */
    private Path directory(Work work, Contenders contender) throws IOException, InterruptedException {
        Path directory = base.resolve(work + "-" + contender);
        if (!Files.exists(directory)) {
            Files.createDirectory(directory);
            if (work.filling() != null) {
                ChildJvm.run(contender, work.filling(), directory);
            }
        }
        return directory;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
