package org.carillon.bench;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks (JMH's options are taken) and prints a table for the README: nanoseconds a run, peers side by side. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws CommandLineOptionException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(args);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        if (given.getIncludes().isEmpty()) {
            options.include(CronBenchmark.class.getSimpleName());
        }
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Map<Peer, Double>> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            String kind = result.getPrimaryResult().getLabel().equals("single") ? "single" : "1,000 in a row";
            String row = "`" + Row.valueOf(result.getParams().getParam("row")).unix() + "` " + kind;
            rows.computeIfAbsent(row, key -> new EnumMap<>(Peer.class))
                    .put(Peer.valueOf(result.getParams().getParam("peer")), result.getPrimaryResult().getScore());
        }
        System.out.println();
        System.out.println("| ns per run | Carillon | Spring | Quartz | cron-utils | JobRunr | fastest peer | median peer |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        rows.forEach(Benchmarks::print);
    }

    private static void print(String row, Map<Peer, Double> scores) {
        StringBuilder line = new StringBuilder("| ").append(row);
        scores.values().forEach(score -> line.append(String.format(Locale.ROOT, " | %,.0f", score)));
        double ours = scores.getOrDefault(Peer.CARILLON, Double.NaN);
        double[] others = scores.entrySet().stream().filter(score -> score.getKey() != Peer.CARILLON)
                .mapToDouble(Map.Entry::getValue).sorted().toArray();
        if (others.length > 0) {
            double median = (others[(others.length - 1) / 2] + others[others.length / 2]) / 2;
            line.append(String.format(Locale.ROOT, " | × %.1f | × %.1f", others[0] / ours, median / ours));
        }
        System.out.println(line.append(" |"));
    }
}
