package org.carillon.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.message.Message;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** What a new job does: a command behind {@code --}, or an HTTP request. */
final class AddAction {
    @Option(names = "--http", arity = "2", paramLabel = "METHOD URL", hideParamSyntax = true)
    private List<String> http;

    @Option(names = "--header", paramLabel = "NAME:VALUE")
    private List<String> headers = List.of();

    @Option(names = "--body", paramLabel = "TEXT")
    private String body;

    @Option(names = "--expect", paramLabel = "STATUS", split = ",")
    private List<Integer> expect = List.of();

    @Option(names = "--dir", paramLabel = "DIR")
    private String directory;

    @Option(names = "--env", paramLabel = "NAME=VALUE")
    private Map<String, String> environment = new LinkedHashMap<>();

    /** @param from where a relative directory begins @throws UsageException if it is not exactly one thing */
    ObjectNode json(List<String> command, Path from) {
        if (command.isEmpty() == (http == null)) {
            throw new UsageException(Message.of("cli.add.oneAction"));
        }
        refuse(http == null ? "cli.add.ofRequest" : "cli.add.ofCommand", http == null
                ? Map.of("--header", !headers.isEmpty(), "--body", body != null, "--expect", !expect.isEmpty())
                : Map.of("--dir", directory != null, "--env", !environment.isEmpty()));
        return http == null ? command(command, from) : request();
    }

    /** @param given whether these options, which would do nothing, are given */
    private static void refuse(String key, Map<String, Boolean> given) {
        given.keySet().stream().filter(given::get).sorted().findFirst().ifPresent(option -> {
            throw new UsageException(Message.of(key, option));
        });
    }

    String summary(List<String> command) {
        return http == null ? String.join(" ", command) : String.join(" ", http);
    }

    /** One word with blanks in it is a line for the shell; several words are a program and its arguments. */
    private ObjectNode command(List<String> words, Path from) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode().put("type", "command");
        if (words.size() == 1 && words.getFirst().chars().anyMatch(Character::isWhitespace)) {
            node.put("command", words.getFirst());
        } else {
            words.forEach(node.putArray("command")::add);
        }
        node.put("workingDirectory", from.resolve(directory == null ? "" : directory).normalize().toString());
        ObjectNode variables = node.putObject("environment");
        environment.forEach(variables::put);
        return node;
    }

    private ObjectNode request() {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode().put("type", "http").put("method", http.get(0)).put("url", http.get(1));
        ObjectNode all = node.putObject("headers");
        for (String header : headers) {
            String[] sides = header.split(":", 2);
            if (sides.length < 2) {
                throw new UsageException(Message.of("cli.add.header", header));
            }
            all.put(sides[0].strip(), sides[1].strip());
        }
        if (body != null) {
            node.put("body", body);
        }
        expect.forEach(node.putArray("expectStatus")::add);
        return node;
    }
}
