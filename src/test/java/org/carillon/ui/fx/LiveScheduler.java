package org.carillon.ui.fx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.dialogs.ScriptedDialogs;
import org.carillon.ui.theme.TimeWords;

/** A real scheduler with real processes, and everything around it that view models need, without a screen. */
public final class LiveScheduler implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final RunLogs logs;
    public final BackgroundScheduler scheduler;
    public final DirectBackground background = new DirectBackground();
    public final ManualTicker ticker = new ManualTicker();
    public final ScriptedDialogs dialogs = new ScriptedDialogs();
    public final TimeWords times = new TimeWords(Language.ENGLISH, ZONE);
    public final TickingClock clock = new TickingClock(InstantSource.system(), ticker);
    public final SchedulerFeed feed;

    public LiveScheduler(Path directory) {
        logs = new RunLogs(directory);
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
        scheduler.start();
        feed = new SchedulerFeed(scheduler, background, ticker);
    }

    /** A job that runs once a year, and otherwise when it is asked to. */
    public static Job yearly(String id, String name, String line, String... tags) {
        return Job.of(id, name, cron(id, "0 0 1 1 *"), CommandAction.of(new CommandLine.ShellLine(line, null)))
                .withTags(Set.of(tags))
                .withPolicy(Policy.DEFAULT.withKillGrace(Duration.ofSeconds(1)));
    }

    public static CronTrigger cron(String id, String expression) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(ZONE, Instant.now(), id));
    }

    /** Lets the window look for what is new until that is so. */
    public void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            ticker.tick();
            return condition.call();
        });
    }

    @Override
    public void close() {
        feed.close();
        scheduler.close();
    }
}
