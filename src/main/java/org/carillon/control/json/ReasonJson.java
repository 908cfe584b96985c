package org.carillon.control.json;

import org.carillon.job.Reason;
import org.carillon.message.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Why something is as it is: a code for scripts, words for people, and what belongs to it. */
final class ReasonJson {
    private ReasonJson() {}

    /** @param reason null for none */
    static void put(ObjectNode node, Reason reason, Language language) {
        node.put("reason", reason == null ? null : reason.code())
                .put("reasonText", reason == null ? null : reason.words().in(language));
        if (reason != null && !reason.detail().isEmpty()) {
            node.put("reasonDetail", reason.detail());
        }
    }

    /** @return null for none */
    static Reason read(JsonNode node) {
        String code = Times.text(node, "reason");
        return code == null ? null : new Reason(Constants.read(Reason.Cause.class, code), Times.text(node, "reasonDetail"));
    }
}
