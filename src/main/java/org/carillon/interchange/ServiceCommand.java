package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.SuccessRule;
import org.carillon.message.Message;

/** What a service of systemd runs, and how. systemd.service(5), systemd.exec(5) */
final class ServiceCommand {
    private static final String SERVICE = "Service";
    private static final Set<String> USED = Set.of("Type", "ExecStart", "ExecStartPre", "ExecStartPost", "WorkingDirectory", "Environment",
            "StandardInput", "StandardInputText", "StandardInputData", "SuccessExitStatus", "TimeoutStartSec", "TimeoutSec", "TimeoutStopSec",
            "RuntimeMaxSec", "User", "Group");
    /** Of no weight for what is run: Carillon keeps the output and stops whole process groups anyway. */
    private static final Set<String> NEEDLESS = Set.of("StandardOutput", "StandardError", "SyslogIdentifier", "KillMode", "RemainAfterExit");

    /** For a command whose failure does not matter. */
    private static final Set<Integer> ANY_CODE = IntStream.rangeClosed(0, 255).boxed().collect(Collectors.toUnmodifiableSet());

    private final String unit;
    private final UnitFile service;
    private final NewJob job;
    private final TreeSet<Integer> successes = new TreeSet<>(Set.of(0));

    ServiceCommand(String unit, UnitFile service, NewJob job) {
        this.unit = unit;
        this.service = service;
        this.job = job;
    }

    void read() {
        CommandLine command = command();
        if (command == null) {
            return;
        }
        job.action = new CommandAction(command, directory(), environment(), stdin(), StandardCharsets.UTF_8, new SuccessRule(successes, null));
        limits();
        service.value(SERVICE, "User").ifPresent(user -> job.warn("interchange.user", user));
        service.value(SERVICE, "Group").ifPresent(group -> job.lose("Group"));
        Set<String> known = new TreeSet<>(USED);
        known.addAll(NEEDLESS);
        job.lose(service.keys(SERVICE), known);
        job.lose(service.keys("Unit"), Set.of("Description", "Documentation", "DefaultDependencies"));
    }

    /** @return null if there is none */
    private CommandLine command() {
        service.values(SERVICE, "SuccessExitStatus").forEach(this::addSuccesses);
        List<ExecLine.Executed> all = new ArrayList<>();
        List<String> chain = new ArrayList<>();
        for (String key : List.of("ExecStartPre", "ExecStart", "ExecStartPost")) {
            for (String line : service.values(SERVICE, key)) {
                ExecLine.Executed executed = new ExecLine(unit, line, job).read(key);
                all.add(executed);
                chain.add(link(executed, key.equals("ExecStart")));
            }
        }
        if (all.size() > 1) {
            // Each link has judged its own exit code: what is left at the end has failed.
            successes.retainAll(Set.of(0));
            return new CommandLine.ShellLine(String.join(" && ", chain), null);
        }
        if (all.isEmpty()) {
            return null;
        }
        if (all.getFirst().ignored()) {
            successes.addAll(ANY_CODE);
        }
        return all.getFirst().command();
    }

    /** One of several commands, of which the next one is only run where the one before it succeeded, or its failure does not matter. */
    private String link(ExecLine.Executed executed, boolean isMain) {
        String line = inShell(executed.command());
        if (executed.ignored()) {
            return "{ " + line + " || :; }";
        }
        String codes = successes.stream().filter(code -> isMain && code != 0).map(String::valueOf).collect(Collectors.joining("|"));
        return codes.isEmpty() ? line : "{ " + line + " || case $? in " + codes + ") ;; *) (exit $?) ;; esac; }";
    }

    /** A line of its own is a shell of its own: what it sets is gone after it, and where it exits the others go on. */
    private static String inShell(CommandLine line) {
        return switch (line) {
            case CommandLine.Program program -> ShellWords.join(program.words());
            case CommandLine.ShellLine shell -> shell.shell() == null ? "( " + shell.line() + "\n)"
                    : ShellWords.join(List.of(shell.shell(), "-c", shell.line()));
        };
    }

    private String directory() {
        String directory = service.value(SERVICE, "WorkingDirectory").map(text -> UnitWords.specified(text, unit)).orElse("/");
        String plain = directory.startsWith("-") ? directory.substring(1) : directory;
        return plain.equals("~") ? null : plain;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : service.values(SERVICE, "Environment")) {
            for (String word : UnitWords.split(line)) {
                int equals = word.indexOf('=');
                if (equals < 1) {
                    throw new InterchangeException(Message.of("interchange.systemd.variable", word));
                }
                environment.put(word.substring(0, equals), UnitWords.specified(word.substring(equals + 1), unit));
            }
        }
        return environment;
    }

    private String stdin() {
        if (!service.value(SERVICE, "StandardInput").filter("data"::equals).isPresent()) {
            service.value(SERVICE, "StandardInput").filter(input -> !input.equals("null")).ifPresent(input -> job.lose("StandardInput"));
            return "";
        }
        StringBuilder stdin = new StringBuilder();
        for (String text : service.values(SERVICE, "StandardInputText")) {
            stdin.append(UnitWords.specified(String.join(" ", UnitWords.split(text.replace("\"", "\\\"").replace(" ", "\\s"))), unit)).append('\n');
        }
        try {
            byte[] data = Base64.getMimeDecoder().decode(String.join("", service.values(SERVICE, "StandardInputData")));
            return stdin.append(new String(data, StandardCharsets.UTF_8)).toString();
        } catch (IllegalArgumentException e) {
            throw new InterchangeException(Message.of("interchange.systemd.data"), e);
        }
    }

    private void addSuccesses(String value) {
        for (String word : value.split("\\s+")) {
            if (word.matches("\\d{1,3}")) {
                successes.add(Integer.parseInt(word));
            } else {
                job.lose("SuccessExitStatus=" + word);
            }
        }
    }

    /** The start of a oneshot service is its whole run; of every other type only RuntimeMaxSec limits that. */
    private void limits() {
        String type = service.value(SERVICE, "Type").orElse(service.values(SERVICE, "ExecStart").isEmpty() ? "oneshot" : "simple");
        List<String> ofStart = List.of("TimeoutStartSec", "TimeoutSec");
        List<String> ofRun = List.of("RuntimeMaxSec");
        boolean isOneshot = type.equals("oneshot");
        limit(isOneshot ? ofStart : ofRun).ifPresent(limit -> job.policy = job.policy.withTimeout(limit));
        limit(List.of("TimeoutStopSec", "TimeoutSec")).ifPresent(limit -> job.policy = job.policy.withKillGrace(limit));
        for (String key : isOneshot ? ofRun : ofStart) {
            limit(List.of(key)).ifPresent(limit -> job.warn("interchange.systemd.noLimit", key, type));
        }
    }

    /** By the first of those settings that is there. */
    private Optional<Duration> limit(List<String> keys) {
        for (String key : keys) {
            Optional<String> text = service.value(SERVICE, key);
            if (text.isPresent()) {
                return text.filter(limit -> !limit.equals("infinity") && !limit.equals("0")).map(limit -> SystemdReader.span(key, limit));
            }
        }
        return Optional.empty();
    }
}
