package org.carillon.ui.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carillon.desktop.tray.TrayItem;
import org.carillon.message.Message;
import org.carillon.ui.controls.PauseLength;

/** The menu of the icon: always the same lines in the same order, whatever the state is. */
record TrayMenu(Consumer<Runnable> onFxThread, TrayDesk desk, Consumer<PauseLength> pause, Runnable resume, Consumer<TrayFacts.Entry> run) {
    List<TrayItem> of(TrayFacts facts) {
        List<TrayItem> items = new ArrayList<>();
        items.add(choice(facts, "open", desk::open));
        items.add(new TrayItem.Line(facts.nextRun() == null ? say(facts, "noNextRun") : facts.nextRun()));
        items.add(new TrayItem.Separator());
        items.add(choice(facts, "pauseQuarter", () -> pause.accept(PauseLength.QUARTER)));
        items.add(choice(facts, "pauseHour", () -> pause.accept(PauseLength.HOUR)));
        items.add(choice(facts, "pauseTomorrow", () -> pause.accept(PauseLength.TOMORROW)));
        items.add(choice(facts, "pauseUntilResumed", () -> pause.accept(PauseLength.UNTIL_RESUMED)));
        items.add(facts.paused() ? choice(facts, "resume", resume) : new TrayItem.Line(say(facts, "resume")));
        items.add(new TrayItem.Separator());
        items.add(facts.jobs().isEmpty() ? new TrayItem.Line(say(facts, "runNow")) : new TrayItem.Submenu(say(facts, "runNow"), jobs(facts)));
        items.add(choice(facts, "newJob", desk::newJob));
        items.add(new TrayItem.Separator());
        items.add(choice(facts, "quit", desk::quit));
        return items;
    }

    private List<TrayItem> jobs(TrayFacts facts) {
        List<TrayItem> items = new ArrayList<>();
        facts.jobs().forEach(job -> items.add(new TrayItem.Choice(job.name(), () -> onFxThread.accept(() -> run.accept(job)))));
        if (facts.moreJobs() > 0) {
            items.add(new TrayItem.Separator());
            items.add(new TrayItem.Choice(Message.of("ui.tray.moreJobs", facts.moreJobs()).in(facts.language()),
                    () -> onFxThread.accept(desk::open)));
        }
        return items;
    }

    private TrayItem choice(TrayFacts facts, String key, Runnable action) {
        return new TrayItem.Choice(say(facts, key), () -> onFxThread.accept(action));
    }

    private static String say(TrayFacts facts, String key) {
        return Message.of("ui.tray." + key).in(facts.language());
    }
}
