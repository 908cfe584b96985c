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
final class ActionJson {
    private ActionJson() {}

    static Action read(JsonNode node, String place) {
        JsonFields fields = JsonFields.of(node, place);
        String type = fields.requireText("type");
        Action action = switch (type) {
            case "command" -> PlacedErrors.at(place, () -> readCommand(fields));
            default -> throw new FormatException(fields.place("type"), Message.of("job.action.unknown", type, "command"));
        };
        fields.end();
        return action;
    }

    static ObjectNode write(Action action) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", action.type());
        switch (action) {
            case CommandAction command -> writeCommand(command, node);
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

    private static SuccessRule readSuccess(JsonFields fields) {
        Set<Integer> codes = new LinkedHashSet<>(fields.list("exitCodes", (code, place) -> {
            if (!code.isIntegralNumber() || !code.canConvertToInt()) {
                throw new FormatException(place, Message.of("job.format.notInteger", "0"));
            }
            return code.intValue();
        }));
        SuccessRule rule = PlacedErrors.at(fields.place(), () -> new SuccessRule(
                codes.isEmpty() ? SuccessRule.DEFAULT.exitCodes() : codes, fields.text("failIfOutput").orElse(null)));
        fields.end();
        return rule;
    }

    private static void writeCommand(CommandAction action, ObjectNode node) {
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
        ObjectNode environment = node.putObject("environment");
        action.environment().forEach(environment::put);
        node.put("stdin", action.stdin());
        node.put("encoding", action.encoding().name());
        ObjectNode success = node.putObject("success");
        ArrayNode codes = success.putArray("exitCodes");
        action.success().exitCodes().forEach(codes::add);
        if (action.success().failIfOutput() != null) {
            success.put("failIfOutput", action.success().failIfOutput());
        }
    }
}
