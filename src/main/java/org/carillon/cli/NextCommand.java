package org.carillon.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carillon.job.JsonNames;
import org.carillon.job.JsonTimes;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.NoRun;
import org.carillon.trigger.Preview;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints when a schedule runs next. */
@Command(name = "next")
final class NextCommand implements Callable<Integer> {
    static final int DEFAULT_COUNT = 10;
    static final int MOST = 1_000_000;

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ScheduleOptions schedule;

    @Option(names = "--from", paramLabel = "T")
    private String from;

    @Option(names = "--count", paramLabel = "N")
    private int count = DEFAULT_COUNT;

    @Option(names = "--batch")
    private boolean batch;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    NextCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Language language = schedule.language(batch ? Language.ENGLISH : context.language());
        if (batch) {
            if (schedule.isGiven() || from != null) {
                throw new UsageException(Message.of("cli.next.batchAlone"));
            }
            new NextBatch(context.terminal(), schedule.zone(context.terminal().zone()), language).run();
            return ExitCode.DONE;
        }
        if (count < 1 || count > MOST) {
            throw new UsageException(Message.of("cli.next.count", MOST));
        }
        Instant first = from == null ? context.terminal().clock().instant() : schedule.time(from, context.terminal().zone());
        Trigger trigger = schedule.trigger(first, context.terminal().zone());
        CommandContext speaker = context.in(language);
        if (json) {
            ObjectNode node = JsonOutput.MAPPER.createObjectNode();
            put(node, trigger, first, count, language);
            speaker.terminal().out().println(JsonOutput.MAPPER.writeValueAsString(node));
        } else {
            print(trigger, first, speaker);
        }
        return ExitCode.DONE;
    }

    private void print(Trigger trigger, Instant first, CommandContext speaker) {
        if (trigger instanceof CronTrigger cron) {
            cron.warnings().forEach(warning -> speaker.say("cli.warning", warning));
        }
        Instant last = first.minusNanos(1);
        for (int i = 0; i < count; i++) {
            Instant next = trigger.next(last);
            if (next == null) {
                none(trigger, last).map(NoRun::message).ifPresent(speaker::say);
                return;
            }
            speaker.terminal().out().println(JsonTimes.write(next, trigger.zone()));
            last = next;
        }
    }

    /**
     * The next times and the schedule in words; where there are fewer times, also why there is no other, and where something may surprise,
     * also that.
     *
     * @param first inclusive
     */
    static void put(ObjectNode node, Trigger trigger, Instant first, int count, Language language) {
        Optional<NoRun> none = putNext(node, trigger, first, count);
        node.put("words", TriggerWords.describe(trigger, language, first));
        none.ifPresent(why -> node.put("none", JsonNames.of(why.kind())));
        if (trigger instanceof CronTrigger cron && !cron.warnings().isEmpty()) {
            ArrayNode warnings = node.putArray("warnings");
            cron.warnings().forEach(warning -> warnings.add(warning.in(language)));
        }
    }

    private static Optional<NoRun> putNext(ObjectNode node, Trigger trigger, Instant first, int count) {
        ArrayNode times = node.putArray("next");
        Instant last = first.minusNanos(1);
        for (int i = 0; i < count; i++) {
            Instant next = trigger.next(last);
            if (next == null) {
                return none(trigger, last);
            }
            times.add(JsonTimes.write(next, trigger.zone()));
            last = next;
        }
        return Optional.empty();
    }

    private static Optional<NoRun> none(Trigger trigger, Instant after) {
        return Optional.ofNullable(Preview.none(trigger, after.plusNanos(1)));
    }
}
