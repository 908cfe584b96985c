package org.carillon.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.carillon.job.JsonTimes;
import org.carillon.job.TriggerJson;
import org.carillon.message.Message;
import org.carillon.trigger.PlainWords;
import org.carillon.trigger.TriggerDefaults;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** When a new job runs: one of five ways to say it. */
final class AddSchedule {
    @Option(names = "--in", paramLabel = "TIME")
    private String in;

    @Option(names = "--every", paramLabel = "TIME")
    private String every;

    @Option(names = "--cron", paramLabel = "EXPR")
    private String cron;

    @Option(names = "--dialect", paramLabel = "D", descriptionKey = "dialect")
    private String dialect;

    @Option(names = "--at", paramLabel = "T")
    private String at;

    @Option(names = "--when", paramLabel = "WORDS")
    private String when;

    @Option(names = "--zone", paramLabel = "Z", descriptionKey = "zone")
    private String zone;

    /** @throws UsageException if it is not said in exactly one way */
    ObjectNode json(Instant now, ZoneId machineZone, String seed) {
        if (Stream.of(in, every, cron, at, when).filter(Objects::nonNull).count() != 1) {
            throw new UsageException(Message.of("cli.add.oneSchedule"));
        }
        if (dialect != null && cron == null) {
            throw new UsageException(Message.of("cli.add.dialect"));
        }
        if (when != null) {
            return words(new TriggerDefaults(ScheduleOptions.zone(zone, machineZone), now, seed));
        }
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        if (in != null) {
            Duration wait = DurationText.read(in);
            node.put("type", "date").put("at", JsonTimes.write(now.plus(wait).truncatedTo(ChronoUnit.MILLIS), ScheduleOptions.zone(zone, machineZone)));
        } else if (every != null) {
            // At whole seconds: that is what crontabs and timers can say too.
            Duration length = DurationText.read(every);
            Instant first = now.plus(length);
            node.put("type", "interval").put("every", length.toString())
                    .put("start", JsonTimes.write(length.getNano() == 0 ? first.truncatedTo(ChronoUnit.SECONDS) : first,
                            ScheduleOptions.zone(zone, machineZone)));
        } else if (cron != null) {
            node.put("type", "cron").put("expression", cron);
            if (dialect != null) {
                node.put("dialect", dialect.toLowerCase(Locale.ROOT));
            }
        } else {
            node.put("type", "date").put("at", at);
        }
        return zone == null ? node : node.put("timezone", zone);
    }

    private ObjectNode words(TriggerDefaults defaults) {
        return TriggerJson.write(PlainWords.read(when, defaults)
                .orElseThrow(() -> new UsageException(Message.of("cli.add.words", when))));
    }
}
