package org.carillon.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.carillon.message.Message;
import org.carillon.settings.Settings;
import org.carillon.ui.dialogs.Toasts;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.fx.Views;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.settings.SettingsStore;
import org.carillon.ui.settings.SettingsWindow;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.TimeWords;
import org.carillon.ui.tray.TrayPictures;
import org.carillon.ui.tray.TrayViewModel;

/**
 * The main window. Everything in it is built for one language; choosing another one builds it anew, on the same page, with the
 * same filter and the same job selected. For the FX thread alone.
 */
public final class MainWindow {
    private final WindowParts parts;
    private final QuitViewModel.Program program;
    private final Stage stage;
    private final MainFrame frame;
    private final SchedulerFeed feed;
    private final TickingClock clock;
    private final Toasts toasts;
    private final HiddenWindow hidden;
    private final TrayViewModel tray;
    private final Subscription ticks;
    private final SettingsWindow settings;
    private final WindowMemory memory;
    private final Subscription keeping;
    private Models models;
    private QuitViewModel quit;
    private ShellController shell;

    /**
     * @param stage   not shown yet
     * @param program minimises and ends the program when the person wants it
     */
    public MainWindow(WindowParts parts, Stage stage, QuitViewModel.Program program) {
        this.parts = parts;
        this.program = program;
        this.stage = stage;
        this.frame = new MainFrame(stage, parts.theme());
        this.feed = new SchedulerFeed(parts.scheduler(), parts.background(), parts.ticker());
        this.clock = new TickingClock(parts.clock(), parts.ticker());
        this.toasts = new Toasts(parts.settings()::language);
        this.tray = new TrayViewModel(parts.scheduler(), feed, parts.background(), parts.clock(),
                () -> new TimeWords(parts.settings().language(), parts.zone()), parts.tray(), new TrayPictures()::of, new WindowTray(this, toasts));
        this.hidden = new HiddenWindow(tray::isShown, this::comeBack);
        this.settings = new SettingsWindow(store(), parts.desk(), parts.scheduler(), parts.background(), toasts, parts.theme(), parts.clock(),
                parts.zone(), parts.settings()::language);
        this.memory = new WindowMemory(parts.window().read());
        this.keeping = parts.ticker().every(Duration.ofSeconds(2), this::remember);
        this.ticks = parts.ticker().every(Duration.ofSeconds(1), hidden::second);
    }

    /** Shows the window. */
    public void show() {
        prepare();
        stage.show();
        shell.views().jobs().focus();
    }

    /** Begins without showing the window, which is to be had from the tray; minimised where no tray appears for a while. */
    public void startHidden() {
        prepare();
        hidden.startHidden();
    }

    private void prepare() {
        if (stage.getScene() == null) {
            frame.make(memory);
        }
        stage.getScene().setRoot(build());
        dress(stage.getScene());
        models.shell().page().set(memory.page());
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit.closeWindow();
        });
        stage.focusedProperty().subscribe(this::look);
        parts.settings().settings().subscribe(this::follow);
    }

    /** So that a window that is killed is found again much as it was. */
    private void remember() {
        if (models != null) {
            memory.keep(stage, models.shell().page().get(), state -> parts.background().run(() -> parts.window().write(state), () -> { },
                    actions()::notSaved));
        }
    }

    private SettingsStore store() {
        return new SettingsStore() {
            @Override
            public Settings now() {
                return parts.settings().settings().get();
            }

            @Override
            public void change(UnaryOperator<Settings> change) {
                parts.settings().change(change, actions()::notSaved);
            }
        };
    }

    /** What was chosen takes effect at once. */
    private void follow(Settings now) {
        parts.theme().appearance().set(now.theme());
        parts.theme().look().set(now.appearance());
        frame.limit();
        if (models.language() != parts.settings().language()) {
            rebuild();
            settings.rebuild();
        }
    }

    private Parent build() {
        models = new Models(parts, feed, clock, parts.dialogs(), toasts, memory);
        quit = new QuitViewModel(models.jobs(), parts.settings(), parts.background(), parts.dialogs(), program);
        shell = new ShellController(models, quit, actions());
        models.jobs().current().subscribe(this::look);
        models.runLog().run().subscribe(this::look);
        return Views.load(shell, models.language());
    }

    /** What the person sees is known: its failure needs no badge any more. */
    private void look() {
        if (!stage.isFocused()) {
            return;
        }
        JobRow current = models.jobs().current().get();
        if (current != null && models.shell().page().get() == Page.JOBS) {
            tray.lookedAt(current.id());
        }
        if (models.runLog().run().get() != null && models.shell().page().get() == Page.RUNS) {
            tray.lookedAt(models.runLog().run().get().jobId());
        }
    }

    private ShellActions actions() {
        return new ShellActions(parts, toasts, () -> stage, this::select, page -> settings.show(stage, page), memory.recent());
    }

    private void dress(Scene scene) {
        scene.getAccelerators().clear();
        scene.getAccelerators().putAll(shell.keys());
        FileDrop.install(scene, files -> actions().importFiles(files));
    }

    private void rebuild() {
        Models before = models;
        int tab = shell.views().jobPage().tab();
        JobRow selected = before.jobs().current().get();
        Parent root = build();
        models.jobs().filter().set(before.jobs().filter().get());
        models.jobs().mark().set(before.jobs().mark().get());
        models.shell().page().set(before.shell().page().get());
        stage.getScene().setRoot(root);
        dress(stage.getScene());
        shell.views().jobPage().showTab(tab);
        if (selected != null) {
            shell.views().jobs().select(selected.id());
        }
        shell.tips();
        before.close();
        tray.refresh();
    }

    void select(String jobId) {
        models.shell().page().set(Page.JOBS);
        models.jobs().filter().set("");
        models.jobs().mark().set(null);
        feed.pull();
        shell.views().jobs().select(jobId);
    }

    /** What nobody misses before the window is there, and would have to wait for: its icon has to be read and drawn in each size, tips are windows. */
    public void complete() {
        stage.getIcons().setAll(Icons.ofProgram());
        shell.tips();
    }

    /** Shows everything once that people see most, as soon as there is a job. @param over called after that */
    public void tour(Runnable over) {
        List<Runnable> steps = new ArrayList<>(shell.tour());
        steps.addAll(List.of(this::newJob, this::closeOthers, shell.views().jobs()::edit));
        Tour.TYPED.forEach(expression -> steps.add(() -> others().forEach(window -> Tour.type(window.getScene().getRoot(), expression))));
        steps.add(this::closeOthers);
        Tour.begin(parts.ticker(), () -> models.jobs().current().get() != null, steps, over);
    }

    private void closeOthers() {
        others().forEach(Window::hide);
    }

    private List<Window> others() {
        return Window.getWindows().stream().filter(window -> window != stage).toList();
    }

    /** Opens the form for a new job. */
    public void newJob() {
        actions().newJob();
    }

    /** Shows a run's output, in front of all others; nothing if the run is gone. */
    public void openLog(long runId) {
        raise();
        parts.background().run(() -> parts.scheduler().run(runId), found -> found.ifPresent(shell.views()::openLog),
                failure -> toasts.failed(Message.of("ui.shell.allJobs").in(models.language()), failure));
    }

    /** Channels of notices that fail are told. */
    public void noticesFail(Map<String, Message> troubles) {
        troubles.forEach((channel, why) -> toasts.failed(Message.of("ui.shell.noticesFail", channel).in(models.language()), new NoticeFailure(why)));
    }

    /** Hides the window where it can be had again from the tray. @return false, with nothing done, where it cannot */
    public boolean hide() {
        if (!hidden.hide()) {
            return false;
        }
        stage.hide();
        return true;
    }

    private void comeBack() {
        stage.setIconified(true);
        stage.show();
    }

    /** Brings the window to the front, also when it is minimised or hidden. */
    public void raise() {
        hidden.shown();
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Quits as if the person had asked for it; shows the window if there is something to ask. */
    public void quit() {
        if (feed.status().get() != null && feed.status().get().running() > 0) {
            raise();
        }
        quit.quit();
    }

    /** Stops looking at the scheduler; the window stays as it is. */
    public void close() {
        keeping.unsubscribe();
        if (models != null) {
            memory.keep(stage, models.shell().page().get(), parts.window()::write);
        }
        ticks.unsubscribe();
        settings.close();
        tray.close();
        models.close();
        clock.close();
        feed.close();
    }
}
