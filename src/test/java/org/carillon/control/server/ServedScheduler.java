package org.carillon.control.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.control.ControlFile;
import org.carillon.control.HandedCommand;
import org.carillon.control.WindowRequest;
import org.carillon.control.client.ControlClient;
import org.carillon.control.client.RemoteScheduler;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.Scheduler;
import org.carillon.files.OwnerOnly;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.TriggerDefaults;

/** A scheduler on real files with its control API, put together as the program does, and a client of it. */
public final class ServedScheduler implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path data;
    private final JobStore store;
    private final BackgroundScheduler scheduler;
    private final ControlServer server;
    private final RemoteScheduler remote;
    private final AtomicInteger endings = new AtomicInteger();
    private final AtomicInteger newJobs = new AtomicInteger();
    private final AtomicBoolean hasWindow = new AtomicBoolean();
    private final List<Path> opened = new CopyOnWriteArrayList<>();

    public ServedScheduler(Path directory) throws IOException {
        this(directory, 0);
    }

    public ServedScheduler(Path directory, int port) throws IOException {
        data = directory.resolve("data");
        OwnerOnly.makeDirectory(data);
        store = H2JobStore.open(data);
        RunLogs logs = new RunLogs(data.resolve("logs"));
        scheduler = BackgroundScheduler.builder().store(store).logs(logs).identity(data.toString()).build();
        scheduler.start();
        server = ControlServer.start(
                new ServedInstance(scheduler, logs, InstantSource.system(), ZONE, new Ending(), ServedScheduler::printed), new ControlFile(data), port);
        remote = new RemoteScheduler(ControlClient.connect(new ControlFile(data).read().orElseThrow(), Language.ENGLISH));
    }

    public Path data() {
        return data;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public RemoteScheduler remote() {
        return remote;
    }

    public ControlServer server() {
        return server;
    }

    /** How often the program was asked to end. */
    public int endings() {
        return endings.get();
    }

    /** From now on the program has a window. */
    public void showWindow() {
        hasWindow.set(true);
    }

    /** The files that the window was asked to show. */
    public List<Path> opened() {
        return opened;
    }

    /** A job that runs that command once a year. */
    public static Job job(String id, String command) {
        return JobJson.readJob("""
                {"id":"%s","trigger":{"type":"cron","expression":"0 3 1 1 *"},"action":{"type":"command","command":"%s"},
                 "policy":{"killGrace":"PT1S"}}""".formatted(id, command), new TriggerDefaults(ZONE, InstantSource.system().instant(), ""));
    }

    /** Says what was handed over. */
    private static HandedCommand.Printed printed(HandedCommand command) {
        return new HandedCommand.Printed(7, String.valueOf(command.arguments()).getBytes(StandardCharsets.UTF_8),
                (command.language() + " " + command.zone() + " " + command.directory()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        remote.close();
        server.close();
        scheduler.close();
        store.close();
    }

    /** How often the form for a new job was asked for. */
    int newJobs() {
        return newJobs.get();
    }

    private final class Ending implements ServedInstance.Program {
        @Override
        public String version() {
            return "test";
        }

        @Override
        public boolean raise(WindowRequest request) {
            opened.addAll(request.files());
            if (request.newJob()) {
                newJobs.incrementAndGet();
            }
            return hasWindow.get();
        }

        @Override
        public void end() {
            endings.incrementAndGet();
        }
    }
}
