package org.carillon.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.carillon.message.Language;
import org.carillon.ui.fx.Background;
import org.carillon.ui.jobs.JobsController;
import org.carillon.ui.jobs.JobsViewModel;
import org.carillon.ui.palette.JobVerb;
import org.carillon.ui.palette.Palette;
import org.carillon.ui.palette.PaletteEntry;
import org.carillon.ui.palette.PaletteViewModel;
import org.carillon.ui.palette.RecentChoices;
import org.carillon.ui.palette.ShortcutList;
import org.carillon.ui.settings.SettingsWindow;

/** The palette and the list of shortcuts over the window. */
final class Finder {
    private final Palette palette;
    private final ShortcutList shortcuts;
    private final WindowActions actions;
    private final JobsViewModel jobs;
    private final JobsController table;
    private final Runnable showLog;
    private final Consumer<String> select;
    private final Consumer<SettingsWindow.Page> settings;
    private final TemplateChoice templates;
    private final Language language;

    /**
     * @param host     has the window's content in it
     * @param showLog  shows the log of the selected job
     * @param select   selects a job
     * @param settings opens the settings at that page
     */
    Finder(StackPane host, Background background, RecentChoices recent, WindowActions actions, JobsViewModel jobs, JobsController table,
            Runnable showLog, Consumer<String> select, Consumer<SettingsWindow.Page> settings, TemplateChoice templates) {
        this.templates = templates;
        this.language = jobs.times().language();
        this.palette = new Palette(host, new PaletteViewModel(background, recent, language), language);
        this.shortcuts = new ShortcutList(host, WindowActions.groups(language), language);
        this.actions = actions;
        this.jobs = jobs;
        this.table = table;
        this.showLog = showLog;
        this.select = select;
        this.settings = settings;
    }

    void togglePalette() {
        List<PaletteEntry> fixed = new ArrayList<>(actions.entries(language));
        fixed.addAll(templates.entries());
        for (SettingsWindow.Page page : SettingsWindow.Page.values()) {
            fixed.add(PaletteEntry.of("settings." + page.name(), page.title(), "", language, () -> settings.accept(page)));
        }
        List<JobVerb.Target> targets = JobTargets.of(jobs.all());
        palette.toggle(() -> {
            List<PaletteEntry> all = new ArrayList<>(fixed);
            all.addAll(JobVerb.entries(targets, language, this::perform));
            return all;
        });
    }

    void toggleShortcuts() {
        shortcuts.toggle();
    }

    /** Before something else is done. */
    void closeOthers(Shortcuts chosen) {
        if (chosen != Shortcuts.PALETTE) {
            palette.close();
        }
        if (chosen != Shortcuts.SHOW_SHORTCUTS) {
            shortcuts.close();
        }
    }

    private void perform(JobVerb verb, String jobId) {
        select.accept(jobId);
        if (jobs.current().get() == null || !jobs.current().get().id().equals(jobId)) {
            return;
        }
        switch (verb) {
            case OPEN -> table.focus();
            case RUN -> jobs.run();
            case RUN_WITH -> table.runWith();
            case EDIT -> table.edit();
            case PAUSE -> jobs.pause();
            case RESUME -> jobs.resume();
            case STOP -> jobs.stop();
            case SHOW_LOG -> showLog.run();
            case DUPLICATE -> table.duplicate();
        }
    }
}
