package org.carillon.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carillon.control.WindowRequest;
import org.carillon.engine.SchedulerListener;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.KeyPlace;
import org.carillon.settings.SecretsFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs command lines as the program does, on a data directory of its own, and keeps what they print. */
final class CommandLineFixture {
    /** What a command line came to. */
    record Result(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path data;
    private final SchedulerAccess schedulers;
    private final WindowAccess window;
    private Language language = Language.ENGLISH;
    private Function<DataDirectory, SecretsFile> secrets = SecretsFile::new;
    private String input = "";
    private boolean colours;
    private InstantSource clock = InstantSource.fixed(NOW);
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));

    CommandLineFixture(Path data, SchedulerAccess schedulers, WindowAccess window) {
        this.data = data;
        environment.put("CARILLON_DATA", data.toString());
        this.schedulers = schedulers;
        this.window = window;
    }

    /** For commands that need neither a scheduler nor a window. */
    static CommandLineFixture alone(Path data) {
        return new CommandLineFixture(data, new NoSchedulers(), new NoWindow());
    }

    CommandLineFixture in(Language spoken) {
        language = spoken;
        return this;
    }

    /** With secrets whose key may be in a keyring. */
    CommandLineFixture with(KeyPlace keyring) {
        secrets = directory -> new SecretsFile(directory, keyring);
        return this;
    }

    /** With another variable in the environment. */
    CommandLineFixture with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandLineFixture onATerminal() {
        colours = true;
        return this;
    }

    /** With the machine's clock, where a scheduler has it too. */
    CommandLineFixture atThisTime() {
        clock = InstantSource.system();
        return this;
    }

    CommandLineFixture typing(String text) {
        input = text;
        return this;
    }

    DataDirectory directory() {
        return new DataDirectory(data);
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(out, err, arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, false, StandardCharsets.UTF_8),
                clock, ZONE, colours);
        DataDirectories directories = new DataDirectories(environment, "Linux", "/nowhere");
        return CarillonCommand.execute(new CommandContext(terminal, language, directories, schedulers, window, secrets), arguments);
    }

    private static final class NoSchedulers implements SchedulerAccess {
        @Override
        public SchedulerSession open(DataDirectory directory) {
            throw new AssertionError("A scheduler was asked for");
        }

        @Override
        public SchedulerSession start(DataDirectory directory, SchedulerListener listener, Runnable end) {
            throw new AssertionError("A scheduler was asked for");
        }
    }

    private static final class NoWindow implements WindowAccess {
        @Override
        public boolean raise(DataDirectory directory, WindowRequest request) {
            return false;
        }

        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public int open(DataDirectory directory, WindowRequest request, boolean hidden, Language language) {
            throw new AssertionError("A window was asked for");
        }
    }
}
