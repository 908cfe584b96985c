package org.carillon.cli;

import org.carillon.job.Policy;
import org.carillon.job.PolicyJson;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** How a new job runs; what is not said is as the settings have it for new jobs. */
final class AddPolicy {
    @Option(names = "--timeout", paramLabel = "TIME")
    private String timeout;

    @Option(names = "--kill-grace", paramLabel = "TIME")
    private String killGrace;

    @Option(names = "--retries", paramLabel = "N")
    private Integer retries;

    @Option(names = "--backoff", paramLabel = "TIME")
    private String backoff;

    @Option(names = "--retry-jitter", paramLabel = "TIME")
    private String retryJitter;

    @Option(names = "--max-instances", paramLabel = "N")
    private Integer maxInstances;

    @Option(names = "--overlap", paramLabel = "HOW")
    private String overlap;

    @Option(names = "--grace", paramLabel = "TIME")
    private String grace;

    @Option(names = "--catch-up", paramLabel = "HOW")
    private String catchUp;

    @Option(names = "--on-interrupted", paramLabel = "HOW")
    private String onInterrupted;

    @Option(names = "--orphans", paramLabel = "HOW")
    private String orphans;

    @Option(names = "--jitter", paramLabel = "TIME")
    private String jitter;

    @Option(names = "--priority", paramLabel = "N")
    private Integer priority;

    @Option(names = "--max-runs", paramLabel = "N")
    private Integer maxRuns;

    @Option(names = "--remove-when-done")
    private boolean removeWhenDone;

    @Option(names = "--keep-runs", paramLabel = "N")
    private Integer keepRuns;

    @Option(names = "--keep-for", paramLabel = "TIME")
    private String keepFor;

    @Option(names = "--keep-megabytes", paramLabel = "N")
    private Integer keepMegabytes;

    /** @param usual what is not said is as in this one */
    ObjectNode json(Policy usual) {
        ObjectNode node = PolicyJson.write(usual);
        time(node, "timeout", timeout);
        time(node, "killGrace", killGrace);
        if (retries != null || backoff != null || retryJitter != null) {
            ObjectNode retry = node.withObject("/retry");
            number(retry, "attempts", retries);
            time(retry, "backoff", backoff);
            time(retry, "jitter", retryJitter);
        }
        number(node, "maxInstances", maxInstances);
        text(node, "overlap", overlap);
        time(node, "misfireGrace", grace);
        if (catchUp != null && !catchUp.equals("skip") && !catchUp.equals("once")) {
            node.putObject("catchUp").put("all", DurationText.read(catchUp).toString());
        } else {
            text(node, "catchUp", catchUp);
        }
        text(node, "onInterrupted", onInterrupted);
        text(node, "orphans", orphans);
        time(node, "jitter", jitter);
        number(node, "priority", priority);
        number(node, "maxRuns", maxRuns);
        number(node, "keepRuns", keepRuns);
        time(node, "keepFor", keepFor);
        number(node, "keepMegabytes", keepMegabytes);
        return removeWhenDone ? node.put("removeWhenDone", true) : node;
    }

    private static void time(ObjectNode node, String key, String value) {
        text(node, key, value == null ? null : DurationText.read(value).toString());
    }

    private static void text(ObjectNode node, String key, String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private static void number(ObjectNode node, String key, Integer value) {
        if (value != null) {
            node.put(key, value);
        }
    }
}
