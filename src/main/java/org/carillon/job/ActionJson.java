package org.carillon.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Actions as JSON. */
public final class ActionJson {
    private ActionJson() {}

    /** @param place where it stands, for errors */
    public static Action read(JsonNode node, String place) {
        JsonFields fields = JsonFields.of(node, place);
        String type = fields.requireText("type");
        Action action = switch (type) {
            case "command" -> PlacedErrors.at(place, () -> readCommand(fields));
            case "script" -> PlacedErrors.at(place, () -> ActionFields.readScript(fields));
            case "http" -> PlacedErrors.at(place, () -> readHttp(fields));
            case "sql" -> PlacedErrors.at(place, () -> ActionFields.readSql(fields));
            case "email" -> PlacedErrors.at(place, () -> ActionFields.readEmail(fields));
            case "java" -> PlacedErrors.at(place, () -> new JavaAction(fields.requireText("task"), fields.get("arguments").orElse(null)));
            default -> throw new FormatException(fields.place("type"), Message.of("job.action.unknown", type, "command, script, http, sql, email, java"));
        };
        fields.end();
        return action;
    }

    public static ObjectNode write(Action action) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", action.type());
        switch (action) {
            case CommandAction command -> writeCommand(command, node);
            case ScriptAction script -> ActionFields.write(script, node);
            case HttpAction http -> writeHttp(http, node);
            case SqlAction sql -> ActionFields.write(sql, node);
            case EmailAction email -> ActionFields.write(email, node);
            case JavaAction java -> node.put("task", java.task()).set("arguments", java.arguments());
        }
        return node;
    }

    /** Without what has its default. */
    static ObjectNode writeShort(Action action) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!(action instanceof CommandAction command)) {
            return write(action);
        }
        node.put("type", action.type());
        writeCommandLine(command, node);
        if (!command.environment().isEmpty()) {
            command.environment().forEach(node.putObject("environment")::put);
        }
        if (!command.stdin().isEmpty()) {
            node.put("stdin", command.stdin());
        }
        if (!command.encoding().equals(StandardCharsets.UTF_8)) {
            node.put("encoding", command.encoding().name());
        }
        if (!command.success().equals(SuccessRule.DEFAULT)) {
            writeSuccess(command.success(), node);
        }
        return node;
    }

    private static CommandAction readCommand(JsonFields fields) {
        return new CommandAction(
                readCommandLine(fields),
                fields.text("workingDirectory").orElse(null),
                fields.textMap("environment"),
                fields.text("stdin").orElse(""),
                fields.parsed("encoding", Charset::forName, "job.format.notEncoding").orElse(StandardCharsets.UTF_8),
                fields.object("success").map(ActionJson::readSuccess).orElse(SuccessRule.DEFAULT));
    }

    private static CommandLine readCommandLine(JsonFields fields) {
        JsonNode command = fields.require("command");
        Optional<String> shell = fields.text("shell");
        if (command.isString()) {
            return PlacedErrors.at(fields.place("command"),
                    () -> new CommandLine.ShellLine(command.stringValue(), shell.orElse(null)));
        }
        if (command.isArray() && shell.isEmpty()) {
            return PlacedErrors.at(fields.place("command"), () -> new CommandLine.Program(fields.texts("command")));
        }
        throw new FormatException(fields.place("command"), Message.of("job.command.kind"));
    }

    static SuccessRule readSuccess(JsonFields fields) {
        Set<Integer> codes = integers(fields, "exitCodes");
        SuccessRule rule = PlacedErrors.at(fields.place(), () -> new SuccessRule(
                codes.isEmpty() ? SuccessRule.DEFAULT.exitCodes() : codes, fields.text("failIfOutput").orElse(null)));
        fields.end();
        return rule;
    }

    private static Set<Integer> integers(JsonFields fields, String key) {
        return new LinkedHashSet<>(fields.list(key, (code, place) -> {
            if (!code.isIntegralNumber() || !code.canConvertToInt()) {
                throw new FormatException(place, Message.of("job.format.notInteger", "0"));
            }
            return code.intValue();
        }));
    }

    private static HttpAction readHttp(JsonFields fields) {
        return new HttpAction(fields.text("method").orElse("GET"), fields.requireText("url"), fields.textMap("headers"),
                fields.text("body").orElse(""), integers(fields, "expectStatus"));
    }

    private static void writeHttp(HttpAction action, ObjectNode node) {
        node.put("method", action.method()).put("url", action.url());
        ObjectNode headers = node.putObject("headers");
        action.headers().forEach(headers::put);
        node.put("body", action.body());
        action.expectStatus().forEach(node.putArray("expectStatus")::add);
    }

    private static void writeCommand(CommandAction action, ObjectNode node) {
        writeCommandLine(action, node);
        ObjectNode environment = node.putObject("environment");
        action.environment().forEach(environment::put);
        node.put("stdin", action.stdin());
        node.put("encoding", action.encoding().name());
        writeSuccess(action.success(), node);
    }

    private static void writeCommandLine(CommandAction action, ObjectNode node) {
        switch (action.command()) {
            case CommandLine.Program program -> {
                ArrayNode words = node.putArray("command");
                program.words().forEach(words::add);
            }
            case CommandLine.ShellLine line -> {
                node.put("command", line.line());
                if (line.shell() != null) {
                    node.put("shell", line.shell());
                }
            }
        }
        if (action.workingDirectory() != null) {
            node.put("workingDirectory", action.workingDirectory());
        }
    }

    static void writeSuccess(SuccessRule rule, ObjectNode node) {
        ObjectNode success = node.putObject("success");
        ArrayNode codes = success.putArray("exitCodes");
        rule.exitCodes().forEach(codes::add);
        if (rule.failIfOutput() != null) {
            success.put("failIfOutput", rule.failIfOutput());
        }
    }
}
