package org.carillon.cli;

import java.util.Set;
import org.carillon.engine.WhenExists;
import org.carillon.interchange.ImportEntry.Becomes;
import org.carillon.interchange.ImportEntry.Nothing;
import org.carillon.interchange.ImportEntry.Refused;
import org.carillon.interchange.ImportEntry.Sets;
import org.carillon.interchange.ImportEntry;
import org.carillon.interchange.ImportPlan;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.message.Table;
import org.carillon.trigger.TriggerWords;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says line by line what an import does: jobs on standard output, what is wrong or lost on standard error; as JSON all of it on
 * standard output.
 *
 * @param existing the ids that exist already
 */
record ImportReport(CommandContext context, ImportPlan plan, boolean dryRun, WhenExists whenExists, Set<String> existing) {
    void print(boolean json) {
        if (json) {
            JsonOutput.array(plan.entries().stream()
                    .filter(entry -> !(entry.outcome() instanceof Nothing))
                    .map(this::json)
                    .toList(), context.terminal().out());
        } else {
            plan.entries().forEach(this::complain);
            table().print(context.terminal().out());
        }
        if (isRefused()) {
            context.say("cli.error", Message.of("cli.import.exist", String.join(", ", existing)));
        } else if (!json) {
            int left = whenExists == WhenExists.SKIP ? existing.size() : 0;
            context.say(dryRun ? "cli.import.wouldAdd" : "cli.import.added", plan.jobs().size() - left, left, plan.refused().size());
        }
    }

    /** Whether all of it is refused, because of ids that exist. */
    boolean isRefused() {
        return whenExists == WhenExists.REFUSE && !existing.isEmpty();
    }

    private boolean isLeft(Job job) {
        return whenExists == WhenExists.SKIP && existing.contains(job.id());
    }

    private Table table() {
        Table table = new Table(context.text("cli.jobs.id"), context.text("cli.jobs.name"), context.text("cli.jobs.schedule"), "");
        plan.jobs().stream().filter(job -> !isLeft(job)).forEach(job -> table.row(job.id(), job.name(), words(job),
                dryRun && existing.contains(job.id()) ? context.text("cli.import.there") : ""));
        return table;
    }

    private void complain(ImportEntry entry) {
        String file = entry.file().isEmpty() ? "" : entry.file() + ": ";
        if (entry.outcome() instanceof Refused refused) {
            String key = entry.line() == 0 ? "cli.import.refusedEntry" : "cli.import.refused";
            context.say(key, entry.line(), refused.from() + 1, refused.why(), entry.text().strip(), file);
        }
        String key = entry.line() == 0 ? "cli.import.warningEntry" : "cli.import.warning";
        for (Message warning : entry.warnings()) {
            context.say(key, entry.line(), warning, entry.text().strip(), file);
        }
    }

    private ObjectNode json(ImportEntry entry) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        if (!entry.file().isEmpty()) {
            node.put("file", entry.file());
        }
        if (entry.line() > 0) {
            node.put("line", entry.line());
        }
        if (entry.line() > 0 || entry.outcome() instanceof Refused) {
            node.put("text", entry.text());
        }
        switch (entry.outcome()) {
            case Becomes(Job job) -> node.put("job", job.id()).put("name", job.name()).put("schedule", words(job))
                    .put("added", !dryRun && !isLeft(job)).put("exists", existing.contains(job.id()));
            case Sets(String name, String value) -> node.put("sets", name).put("value", value);
            case Refused refused -> {
                node.put("error", refused.why().in(context.language()));
                node.putArray("position").add(refused.from()).add(refused.to());
            }
            case Nothing nothing -> { }
        }
        ArrayNode warnings = node.putArray("warnings");
        entry.warnings().forEach(warning -> warnings.add(warning.in(context.language())));
        return node;
    }

    private String words(Job job) {
        return TriggerWords.describe(job.trigger(), context.language(), context.terminal().clock().instant());
    }
}
