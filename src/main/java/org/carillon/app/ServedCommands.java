package org.carillon.app;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carillon.cli.CarillonCommand;
import org.carillon.cli.CommandContext;
import org.carillon.cli.SchedulerAccess;
import org.carillon.cli.SchedulerSession;
import org.carillon.cli.Terminal;
import org.carillon.cli.WindowAccess;
import org.carillon.control.HandedCommand;
import org.carillon.control.WindowRequest;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerListener;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;

/** Runs the command lines that other processes hand over, on the scheduler of this one. */
record ServedCommands(DataDirectory directory, Scheduler scheduler, Supplier<Language> language)
        implements Function<HandedCommand, HandedCommand.Printed> {
    @Override
    public HandedCommand.Printed apply(HandedCommand command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8), InstantSource.system(), command.zone(), false, command.directory());
        Language spoken = Optional.ofNullable(command.language()).orElseGet(language);
        DataDirectories directories = new DataDirectories(Map.of("CARILLON_DATA", directory.root().toString()),
                System.getProperty("os.name"), System.getProperty("user.home"));
        int code = CarillonCommand.execute(new CommandContext(terminal, spoken, directories, new Served(scheduler), new NoWindow(),
                DirectoryKeyring::secrets),
                command.arguments().toArray(String[]::new));
        return new HandedCommand.Printed(code, out.toByteArray(), err.toByteArray());
    }

    private record Served(Scheduler scheduler) implements SchedulerAccess {
        @Override
        public SchedulerSession open(DataDirectory asked) {
            return new SchedulerSession(scheduler, true, () -> { });
        }

        @Override
        public SchedulerSession start(DataDirectory asked, SchedulerListener listener, Runnable end) {
            throw new IllegalStateException("No command that schedules is handed over");
        }
    }

    private static final class NoWindow implements WindowAccess {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public boolean raise(DataDirectory asked, WindowRequest request) {
            return false;
        }

        @Override
        public int open(DataDirectory asked, WindowRequest request, boolean hidden, Language spoken) {
            throw new IllegalStateException("No command that opens a window is handed over");
        }
    }
}
