package org.carillon.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.job.CommandAction;
import org.carillon.job.ScriptAction;
import org.carillon.job.ScriptLanguage;
import org.carillon.job.Shebang;
import org.carillon.log.RunLogWriter;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a script: writes it into a file that nobody else can read, runs its interpreter on that as a command, and takes it away. */
final class ScriptRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);
    private static final int HASH_BYTES = 4;

    private final CommandRunner commands;
    private final UserEnvironment environment;

    ScriptRunner(CommandRunner commands, UserEnvironment environment) {
        this.commands = commands;
        this.environment = environment;
    }

    ActionResult run(ScriptAction action, RunMark mark, RunLogWriter log, StopSignal stop) throws InterruptedException {
        Optional<List<String>> interpreter = interpreter(action);
        if (interpreter.isEmpty()) {
            return ActionResult.notStarted(Message.of("action.script.noInterpreter", String.join(", ", action.language().programs())));
        }
        Path directory = null;
        try {
            // On systems with POSIX permissions its owner's alone.
            directory = Files.createTempDirectory("carillon-" + mark.runId() + "-");
            Path file = directory.resolve(fileName(action));
            Files.writeString(file, action.text(), action.encoding());
            return commands.run(command(action, interpreter.get(), file.toString()), mark, log, stop);
        } catch (IOException e) {
            return ActionResult.notStarted(Message.of("action.script.notWritten", String.valueOf(directory), String.valueOf(e.getMessage())));
        } finally {
            remove(directory, action);
        }
    }

    /** What tells two runs apart whose scripts differ: the file is named by the script's hash. */
    static CommandAction forCircumstances(ScriptAction action) {
        List<String> words = action.interpreterWords().orElseGet(() -> action.language() == null
                ? Shebang.words(action.text()).orElseThrow()
                : withOptions(action.language().programs().getFirst(), action.language()));
        return command(action, words, fileName(action));
    }

    private static CommandAction command(ScriptAction action, List<String> interpreter, String file) {
        List<String> words = new ArrayList<>(interpreter);
        words.add(file);
        words.addAll(action.arguments());
        return action.asCommand(words);
    }

    private Optional<List<String>> interpreter(ScriptAction action) {
        Optional<List<String>> named = action.interpreterWords();
        if (named.isPresent()) {
            return named;
        }
        return action.language() == null ? Shebang.words(action.text()) : found(action, action.language());
    }

    private Optional<List<String>> found(ScriptAction action, ScriptLanguage language) {
        if (!ProcessTree.ON_LINUX && System.getProperty("os.name").startsWith("Windows")) {
            return Optional.of(withOptions(language.programs().getLast(), language));
        }
        Map<String, String> variables = new HashMap<>(environment.variables());
        variables.putAll(action.environment());
        return language.programs().stream()
                .filter(program -> ProgramPath.find(program, Path.of("/"), variables).isPresent())
                .findFirst().map(program -> withOptions(program, language));
    }

    private static List<String> withOptions(String program, ScriptLanguage language) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(language.options());
        return words;
    }

    private static String fileName(ScriptAction action) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(action.text().getBytes(StandardCharsets.UTF_8));
            return "script-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES)
                    + action.knownLanguage().map(ScriptLanguage::extension).orElse("");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void remove(Path directory, ScriptAction action) {
        if (directory == null) {
            return;
        }
        try {
            Files.deleteIfExists(directory.resolve(fileName(action)));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            LOG.warn("The script of a run is left in {}", directory, e);
        }
    }
}
