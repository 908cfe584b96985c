package org.carillon.ui.editor;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.NewJobs;
import org.carillon.settings.SecretsFile;
import org.carillon.ui.controls.PickerLanguage;
import org.carillon.ui.dialogs.FxDialogs;
import org.carillon.ui.dialogs.SecretsDialog;
import org.carillon.ui.dialogs.SecretsViewModel;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.Ticker;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.WindowTheme;

/** Opens the form for jobs. For the FX thread alone. */
public final class JobEditor {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 780;

    private final Scheduler scheduler;
    private final TrialLog log;
    private final SecretsFile secrets;
    private final Supplier<Language> language;
    private final Supplier<NewJobs> newJobs;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Background background;
    private final Ticker ticker;
    private final WindowTheme theme;

    /**
     * @param logs     where the output of test runs is read
     * @param secrets  which jobs can name
     * @param language the language in which the next form opens
     * @param newJobs  what new jobs begin with
     * @param zone     the person's zone, which new jobs take where that says none
     */
    public JobEditor(Scheduler scheduler, RunLogs logs, SecretsFile secrets, Supplier<Language> language, Supplier<NewJobs> newJobs, ZoneId zone, InstantSource clock,
              Background background, Ticker ticker, WindowTheme theme) {
        this.scheduler = scheduler;
        this.log = TrialLog.of(logs);
        this.secrets = secrets;
        this.language = language;
        this.newJobs = newJobs;
        this.zone = zone;
        this.clock = clock;
        this.background = background;
        this.ticker = ticker;
        this.theme = theme;
    }

    /** Opens the form for a new job. @param saved gets the job's id once it is saved */
    public void create(Window owner, Consumer<String> saved) {
        open(owner, EditorMode.NEW, null, saved);
    }

    /** Opens the form to change a job. @param saved gets its id once it is saved */
    public void edit(Window owner, Job job, Consumer<String> saved) {
        open(owner, EditorMode.EDIT, job, saved);
    }

    /** Opens the form for a new job that begins as a copy of that one. @param saved gets the new id once it is saved */
    public void duplicate(Window owner, Job job, Consumer<String> saved) {
        open(owner, EditorMode.DUPLICATE, job, saved);
    }

    /** Opens the form for a new job that begins as that one, whose gaps must be filled in. @param saved gets its id once it is saved */
    public void fillIn(Window owner, Job template, Consumer<String> saved) {
        open(owner, EditorMode.TEMPLATE, template, saved);
    }

    private void open(Window owner, EditorMode mode, Job original, Consumer<String> saved) {
        PickerLanguage.follow(language.get());
        Stage stage = new Stage();
        FxDialogs dialogs = new FxDialogs(() -> stage, language, theme);
        Surroundings surroundings = new Surroundings(language.get(), zone, clock, dialogs, secretChoice(stage));
        JobEditorViewModel model = new JobEditorViewModel(mode, original, newJobs.get(), zone, clock);
        JobSaver saver = new JobSaver(model, scheduler, background, saved,
                failure -> dialogs.error(surroundings.say("save.failed"), failure));
        TestRunViewModel testRun = new TestRunViewModel(scheduler, log, background, ticker);
        JobEditorController controller = new JobEditorController(model, testRun, saver, surroundings, stage::close);
        Parent view = Views.load(controller, surroundings.language());
        show(stage, owner, view, surroundings.say("title." + mode.name().toLowerCase(Locale.ROOT), original == null ? "" : original.name()));
        Subscription ticks = ticker.every(SECOND, controller::tick);
        stage.setOnHidden(event -> ticks.unsubscribe());
        stage.setOnCloseRequest(event -> {
            event.consume();
            controller.cancel();
        });
        controller.opened();
        background.run(() -> Rehearsal.once(zone, clock.instant(), surroundings.language()), () -> { }, mistake -> {
            throw new IllegalStateException("What is previewed cannot be worked out", mistake);
        });
        saver.avoidTakenIds();
        background.run(() -> scheduler.executors().stream().map(status -> status.spec().name()).toList(), model::offerExecutors,
                failure -> dialogs.error(surroundings.say("executors.failed"), failure));
    }

    private SecretChoice secretChoice(Stage stage) {
        return (name, chosen) -> SecretsDialog.open(stage, new SecretsViewModel(secrets, background, language.get()), language.get(), theme, name, chosen);
    }

    private void show(Stage stage, Window owner, Parent view, String title) {
        Dimension2D size = theme.size(WIDTH, HEIGHT);
        Scene scene = new Scene(view, size.getWidth(), size.getHeight());
        theme.dress(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        stage.getIcons().setAll(Icons.ofProgram());
        stage.setScene(scene);
        stage.show();
    }
}
