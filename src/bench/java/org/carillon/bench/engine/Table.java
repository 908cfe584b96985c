package org.carillon.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as a Markdown table: medians, how Carillon compares to the best peer, and every contender's settings. */
record Table(Results results, int rounds) {
    private static final String NONE = "–";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Medians of %d rounds. The last column: how many times better Carillon is than the best peer.".formatted(rounds));
        lines.add("");
        lines.add(row(Stream.concat(Stream.concat(Stream.of("what"), contenders().map(Contenders::title)), Stream.of("ratio"))));
        lines.add("|---|" + "---:|".repeat(Contenders.values().length + 1));
        Stream.of(Metric.values()).filter(results::has).map(this::row).forEach(lines::add);
        lines.add("");
        share(Metric.DUE_NOW, Contenders.BARE_H2).ifPresent(share ->
                lines.add("Of what bare H2 does with the same writes in the same batches: %.0f %%.".formatted(share * 100)));
        share(Metric.LATE_P99, Contenders.JDK).ifPresent(share ->
                lines.add("Lateness, p99, is %s times the plain JDK's.".formatted(number(share))));
        share(Metric.LATE_P99, Contenders.FORCED_JDK).ifPresent(share ->
                lines.add("It is %s times that of a JDK which forces a note of each start to the disk, and does nothing else.".formatted(number(share))));
        lines.add("");
        contenders().map(contender -> "- " + contender.title() + ": " + contender.settings() + ".").forEach(lines::add);
        lines.add("- peers and bare H2: H2 file with " + PeerDatabase.SETTINGS + ", every write forced to disk before it returns, so"
                + " that every commit is; HikariCP with 25 connections.");
        lines.add("- every process: java " + String.join(" ", ChildJvm.FLAGS) + "; idle ones "
                + String.join(" ", ChildJvm.FRUGAL_FLAGS) + " besides.");
        return String.join(System.lineSeparator(), lines);
    }

    private static Stream<Contenders> contenders() {
        return Stream.of(Contenders.values());
    }

    private String row(Metric metric) {
        Stream<String> values = contenders().map(contender -> number(results.median(contender, metric)));
        Stream<String> title = Stream.of(metric.title() + ", " + metric.unit());
        return row(Stream.concat(Stream.concat(title, values), Stream.of(ratio(metric))));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String ratio(Metric metric) {
        OptionalDouble ours = results.median(Contenders.CARILLON, metric);
        OptionalDouble best = results.bestPeer(metric);
        if (ours.isEmpty() || best.isEmpty()) {
            return NONE;
        }
        double ratio = metric.isMoreBetter() ? ours.getAsDouble() / best.getAsDouble() : best.getAsDouble() / ours.getAsDouble();
        return "%.1f ×".formatted(ratio);
    }

    private OptionalDouble share(Metric metric, Contenders other) {
        OptionalDouble ours = results.median(Contenders.CARILLON, metric);
        OptionalDouble theirs = results.median(other, metric);
        return ours.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : NONE;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.0f" : "%.2f", value);
    }
}
