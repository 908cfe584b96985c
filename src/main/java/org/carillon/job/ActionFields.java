package org.carillon.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of action that talk to servers or hold a script, from JSON and to it. */
final class ActionFields {
    private ActionFields() {}

    static ScriptAction readScript(JsonFields fields) {
        return new ScriptAction(
                fields.choice("language", ScriptLanguage.class).orElse(null),
                fields.text("interpreter").orElse(null),
                fields.requireText("text"),
                fields.texts("arguments"),
                fields.text("workingDirectory").orElse(null),
                fields.textMap("environment"),
                fields.text("stdin").orElse(""),
                fields.parsed("encoding", Charset::forName, "job.format.notEncoding").orElse(StandardCharsets.UTF_8),
                fields.object("success").map(ActionJson::readSuccess).orElse(SuccessRule.DEFAULT));
    }

    static void write(ScriptAction action, ObjectNode node) {
        if (action.language() != null) {
            node.put("language", JsonNames.of(action.language()));
        }
        putIfThere(node, "interpreter", action.interpreter());
        node.put("text", action.text());
        texts(node, "arguments", action.arguments());
        putIfThere(node, "workingDirectory", action.workingDirectory());
        map(node, "environment", action.environment());
        node.put("stdin", action.stdin()).put("encoding", action.encoding().name());
        ActionJson.writeSuccess(action.success(), node);
    }

    static SqlAction readSql(JsonFields fields) {
        return new SqlAction(fields.requireText("url"), fields.text("user").orElse(null), fields.text("passwordSecret").orElse(null),
                fields.requireText("statement"), fields.text("driver").orElse(null));
    }

    static void write(SqlAction action, ObjectNode node) {
        node.put("url", action.url());
        putIfThere(node, "user", action.user());
        putIfThere(node, "passwordSecret", action.passwordSecret());
        node.put("statement", action.statement());
        putIfThere(node, "driver", action.driver());
    }

    static EmailAction readEmail(JsonFields fields) {
        MailSecurity security = fields.choice("security", MailSecurity.class).orElse(MailSecurity.START_TLS);
        return new EmailAction(fields.requireText("host"), fields.integer("port", 1).orElse(security.port()), security,
                fields.text("user").orElse(null), fields.text("passwordSecret").orElse(null), fields.requireText("from"),
                fields.texts("to"), fields.texts("cc"), fields.text("subject").orElse(""), fields.text("text").orElse(""));
    }

    static void write(EmailAction action, ObjectNode node) {
        node.put("host", action.host()).put("port", action.port()).put("security", JsonNames.of(action.security()));
        putIfThere(node, "user", action.user());
        putIfThere(node, "passwordSecret", action.passwordSecret());
        node.put("from", action.from());
        texts(node, "to", action.to());
        texts(node, "cc", action.cc());
        node.put("subject", action.subject()).put("text", action.text());
    }

    private static void putIfThere(ObjectNode node, String key, String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private static void texts(ObjectNode node, String key, List<String> values) {
        values.forEach(node.putArray(key)::add);
    }

    private static void map(ObjectNode node, String key, Map<String, String> values) {
        values.forEach(node.putObject(key)::put);
    }
}
