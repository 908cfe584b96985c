package org.carillon.app;

import java.io.IOException;
import java.util.Optional;
import org.carillon.cli.SchedulerAccess;
import org.carillon.cli.SchedulerSession;
import org.carillon.control.ControlAddress;
import org.carillon.control.ControlFile;
import org.carillon.control.client.ControlClient;
import org.carillon.control.client.RemoteScheduler;
import org.carillon.engine.SchedulerListener;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;

/** Gives the command line its schedulers: the running instance's, else one of its own. */
final class AppContext implements SchedulerAccess {
    private final Language language;

    AppContext(Language language) {
        this.language = language;
    }

    @Override
    public SchedulerSession open(DataDirectory directory) {
        return DirectoryTurn.await(() -> {
            Instance instance = Instance.open(directory);
            tell(instance);
            return new SchedulerSession(instance.scheduler(), false, instance::close);
        }, _ -> running(directory).map(client -> {
            RemoteScheduler scheduler = new RemoteScheduler(client);
            return new SchedulerSession(scheduler, true, scheduler::close);
        }));
    }

    /** The instance that runs in the directory, if one answers. */
    Optional<ControlClient> running(DataDirectory directory) {
        return client(directory, (file, address) -> ControlClient.connect(address, language));
    }

    /** The same, and whichever follows it there. */
    static Optional<ControlClient> follow(DataDirectory directory, Language language) {
        return client(directory, (file, address) -> ControlClient.follow(file, address, language));
    }

    private static Optional<ControlClient> client(DataDirectory directory, Connecting connecting) {
        ControlFile file = new ControlFile(directory.root());
        Optional<ControlAddress> address = file.read();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(connecting.connect(file, address.get()));
        } catch (IOException e) {
            // It was killed, and its file is still there; or it has just ended.
            return Optional.empty();
        }
    }

    private interface Connecting {
        ControlClient connect(ControlFile file, ControlAddress address) throws IOException;
    }

    @Override
    public SchedulerSession start(DataDirectory directory, SchedulerListener listener, Runnable end) {
        Instance instance = DirectoryTurn.await(() -> Instance.start(directory, listener, new RunningProgram(_ -> false, end)), inUse -> {
            Optional<ControlClient> running = running(directory);
            if (running.isPresent()) {
                running.get().close();
                throw inUse;
            }
            return Optional.empty();
        });
        tell(instance);
        return new SchedulerSession(instance.scheduler(), true, instance::close);
    }

    private void tell(Instance instance) {
        instance.restored().ifPresent(words -> System.err.println(words.in(language)));
    }
}
