package org.carillon.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.carillon.job.JsonTimes;
import org.carillon.message.Language;
import org.carillon.message.Message;
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
        if (json) {
            printJson(trigger, first, language);
        } else {
            print(trigger, first);
        }
        return ExitCode.DONE;
    }

    private void print(Trigger trigger, Instant first) {
        Instant last = first.minusNanos(1);
        for (int i = 0; i < count; i++) {
            Instant next = trigger.next(last);
            if (next == null) {
                Instant certain = trigger.searchedUntil(last);
                context.say(certain == null ? i == 0 ? "cli.next.never" : "cli.next.noMore" : "cli.next.noneBefore", context.time(certain));
                return;
            }
            context.terminal().out().println(JsonTimes.write(next, trigger.zone()));
            last = next;
        }
    }

    private void printJson(Trigger trigger, Instant first, Language language) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        addNext(node.putArray("next"), trigger, first, count);
        node.put("words", TriggerWords.describe(trigger, language));
        context.terminal().out().println(JsonOutput.MAPPER.writeValueAsString(node));
    }

    /** @param first inclusive */
    static void addNext(ArrayNode times, Trigger trigger, Instant first, int count) {
        Instant last = first.minusNanos(1);
        for (int i = 0; i < count; i++) {
            last = trigger.next(last);
            if (last == null) {
                return;
            }
            times.add(JsonTimes.write(last, trigger.zone()));
        }
    }
}
