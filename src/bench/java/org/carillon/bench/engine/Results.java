package org.carillon.bench.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What was measured in all rounds. */
final class Results {
    private final Map<Contenders, Map<Metric, List<Double>>> values = new EnumMap<>(Contenders.class);

    void add(Contenders contender, Map<Metric, Double> measured) {
        Map<Metric, List<Double>> its = values.computeIfAbsent(contender, key -> new EnumMap<>(Metric.class));
        measured.forEach((metric, value) -> its.computeIfAbsent(metric, key -> new ArrayList<>()).add(value));
    }

    boolean has(Metric metric) {
        return values.values().stream().anyMatch(its -> its.containsKey(metric));
    }

    /** Of all rounds; empty for what the contender did not take part in. */
    OptionalDouble median(Contenders contender, Metric metric) {
        List<Double> all = all(contender, metric).sorted().toList();
        if (all.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((all.get((all.size() - 1) / 2) + all.get(all.size() / 2)) / 2);
    }

    /** The best median among the peers. */
    OptionalDouble bestPeer(Metric metric) {
        Stream<Double> medians = Stream.of(Contenders.values())
                .filter(Contenders::isPeer)
                .flatMap(peer -> median(peer, metric).stream().boxed());
        return metric.isMoreBetter()
                ? medians.mapToDouble(Double::doubleValue).max()
                : medians.mapToDouble(Double::doubleValue).min();
    }

    Stream<Double> all(Contenders contender, Metric metric) {
        return values.getOrDefault(contender, Map.of()).getOrDefault(metric, List.of()).stream();
    }
}
