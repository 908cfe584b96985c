package org.carillon.ui.tray;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.carillon.desktop.tray.Tray;
import org.carillon.desktop.tray.TrayContent;
import org.carillon.desktop.tray.TrayIcon;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerStatus;
import org.carillon.message.Message;
import org.carillon.ui.controls.PauseLength;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.theme.TimeWords;

/** Keeps the icon among those of the desktop up to date, and does what is chosen in its menu. For the FX thread alone. */
public final class TrayViewModel {
    private static final int MOST_JOBS = 25;

    private final Scheduler scheduler;
    private final SchedulerFeed feed;
    private final Background background;
    private final InstantSource clock;
    private final Supplier<TimeWords> times;
    private final Tray tray;
    private final Function<TrayState, List<TrayIcon>> pictures;
    private final TrayDesk desk;
    private final TrayMenu menu;
    private final Map<String, JobStatus> jobs = new HashMap<>();
    private final UnseenFailures failures;
    private final Subscription subscription;
    private List<TrayFacts.Entry> names = List.of();
    private TrayFacts shown;

    /**
     * @param times    how times read, in the language chosen now
     * @param pictures the icon for a state, in several sizes
     */
    public TrayViewModel(Scheduler scheduler, SchedulerFeed feed, Background background, InstantSource clock, Supplier<TimeWords> times,
            Tray tray, Function<TrayState, List<TrayIcon>> pictures, TrayDesk desk) {
        this.scheduler = scheduler;
        this.feed = feed;
        this.background = background;
        this.clock = clock;
        this.times = times;
        this.tray = tray;
        this.pictures = pictures;
        this.desk = desk;
        this.failures = new UnseenFailures(clock.instant());
        this.menu = new TrayMenu(this::onFxThread, desk, this::pause, this::resume, this::run);
        this.subscription = feed.status().subscribe(_ -> refresh()).and(feed.subscribe(this::update));
    }

    private void update(FeedUpdate update) {
        boolean renamed = update.complete() || !update.removed().isEmpty();
        if (update.complete()) {
            jobs.clear();
        }
        jobs.keySet().removeAll(update.removed());
        for (JobStatus status : update.jobs()) {
            JobStatus before = jobs.put(status.id(), status);
            renamed |= before == null || !name(before).equals(name(status)) || before.isBroken() != status.isBroken();
            failures.update(status);
        }
        if (renamed) {
            failures.keepOnly(jobs.keySet());
            names = entries(jobs.values().stream().filter(status -> !status.isBroken()).map(JobStatus::id).toList());
        }
        refresh();
    }

    private List<TrayFacts.Entry> entries(Collection<String> ids) {
        return ids.stream().map(jobs::get).map(status -> new TrayFacts.Entry(status.id(), name(status)))
                .sorted(Comparator.comparing(TrayFacts.Entry::name, String.CASE_INSENSITIVE_ORDER).thenComparing(TrayFacts.Entry::id))
                .toList();
    }

    private static String name(JobStatus status) {
        return status.isBroken() ? status.id() : status.job().name();
    }

    /** Somebody sees that job in the window: its failure is known. */
    public void lookedAt(String jobId) {
        if (failures.lookedAt(jobId)) {
            refresh();
        }
    }

    /** Whether the window may be hidden, because it can be had again from here. */
    public boolean isShown() {
        return tray.isShown();
    }

    /** Shows what has changed, if anything; also needed when another language was chosen. */
    public void refresh() {
        SchedulerStatus status = feed.status().get();
        if (status == null) {
            return;
        }
        TrayFacts facts = facts(status);
        if (!facts.equals(shown)) {
            shown = facts;
            tray.show(new TrayContent(pictures.apply(facts.state()), facts.state() == TrayState.FAILED, title(facts), menu.of(facts),
                    () -> onFxThread(this::open)));
        }
    }

    private TrayFacts facts(SchedulerStatus status) {
        List<TrayFacts.Entry> failed = entries(failures.jobs());
        boolean paused = status.state() == SchedulerStatus.State.PAUSED;
        boolean working = paused || status.state() == SchedulerStatus.State.SCHEDULING;
        TrayState state = !failed.isEmpty() || !working ? TrayState.FAILED : paused ? TrayState.PAUSED : TrayState.SCHEDULING;
        List<TrayFacts.Entry> first = names.subList(0, Math.min(MOST_JOBS, names.size()));
        return new TrayFacts(times.get().language(), state, words(status), paused, nextRun(status), first, names.size() - first.size(), failed);
    }

    private String words(SchedulerStatus status) {
        return switch (status.state()) {
            case SCHEDULING -> say("scheduling");
            case PAUSED -> status.pausedUntil() == null
                    ? say("paused") : say("pausedUntil", times.get().brief(status.pausedUntil(), clock.instant()));
            case TROUBLED -> status.trouble() == null ? say("notScheduling") : say("notSchedulingBecause", status.trouble());
            case STOPPED -> say("notScheduling");
        };
    }

    private String nextRun(SchedulerStatus status) {
        JobStatus next = status.nextJobId() == null ? null : jobs.get(status.nextJobId());
        if (next == null || status.nextRun() == null || status.state() != SchedulerStatus.State.SCHEDULING) {
            return null;
        }
        return say("nextRun", name(next), times.get().brief(status.nextRun(), clock.instant()));
    }

    private String title(TrayFacts facts) {
        String title = say("title", facts.stateWords());
        return facts.failed().isEmpty() ? title
                : say("titleFailed", title, String.join(", ", facts.failed().stream().map(TrayFacts.Entry::name).limit(3).toList()), facts.failed().size());
    }

    private void open() {
        if (shown.failed().isEmpty()) {
            desk.open();
        } else {
            desk.open(shown.failed().getFirst().id());
        }
    }

    private void pause(PauseLength length) {
        Instant until = length.until(clock.instant(), times.get().zone());
        act("failed.pause", () -> scheduler.pauseAll(until));
    }

    private void resume() {
        act("failed.resume", scheduler::resumeAll);
    }

    private void run(TrayFacts.Entry job) {
        background.run(() -> scheduler.start(job.id()), _ -> feed.pull(), failure -> desk.failed(say("failed.run", job.name()), failure));
    }

    private void act(String key, Runnable action) {
        background.run(action, feed::pull, failure -> desk.failed(say(key), failure));
    }

    private void onFxThread(Runnable action) {
        background.run(() -> { }, action, failure -> desk.failed(say("failed.menu"), failure));
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.tray." + key, arguments).in(times.get().language());
    }

    /** Takes the icon away. */
    public void close() {
        subscription.unsubscribe();
        tray.close();
    }
}
