package org.carillon.cli;

import java.util.List;
import org.carillon.interchange.ExportEntry;
import org.carillon.interchange.ExportPlan;
import org.carillon.message.Language;
import org.carillon.message.Message;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an export makes of each job, as JSON. */
final class ExportReport {
    private ExportReport() {}

    static ObjectNode json(ExportPlan plan, Language language) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        ArrayNode entries = node.putArray("entries");
        for (ExportEntry entry : plan.entries()) {
            ObjectNode line = entries.addObject().put("id", entry.job().id()).put("leftOut", entry.isRefused());
            words(line.putArray("refusals"), entry.refusals(), language);
            words(line.putArray("warnings"), entry.warnings(), language);
        }
        words(node.putArray("notes"), plan.notes(), language);
        ArrayNode files = node.putArray("files");
        plan.files().forEach(file -> files.addObject().put("name", file.name()).put("text", file.text()));
        return node;
    }

    private static void words(ArrayNode array, List<Message> messages, Language language) {
        messages.forEach(message -> array.add(message.in(language)));
    }
}
