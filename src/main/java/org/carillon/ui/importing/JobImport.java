package org.carillon.ui.importing;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.engine.Scheduler;
import org.carillon.interchange.CrontabSource;
import org.carillon.interchange.ImportPlan;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.Failures;
import org.carillon.ui.dialogs.FxDialogs;
import org.carillon.ui.dialogs.Question;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.WindowTheme;

/** Opens the dialog that shows line by line what would be imported, and imports on confirmation. For the FX thread alone. */
public final class JobImport {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 680;

    /** What was read, before it is shown. */
    private record Prepared(ImportSource source, ImportPlan plan, Set<String> existing) {}

    private final Scheduler scheduler;
    private final CrontabSource crontab;
    private final Supplier<Language> language;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Background background;
    private final WindowTheme theme;
    private final Function<Window, Dialogs> dialogs;

    /**
     * @param crontab the user's own crontab
     * @param zone    the zone of what names none
     */
    public JobImport(Scheduler scheduler, CrontabSource crontab, Supplier<Language> language, ZoneId zone, InstantSource clock,
                     Background background, WindowTheme theme) {
        this(scheduler, crontab, language, zone, clock, background, theme, owner -> new FxDialogs(() -> owner, language, theme));
    }

    /** @param dialogs asks in front of that window */
    JobImport(Scheduler scheduler, CrontabSource crontab, Supplier<Language> language, ZoneId zone, InstantSource clock, Background background,
              WindowTheme theme, Function<Window, Dialogs> dialogs) {
        this.scheduler = scheduler;
        this.crontab = crontab;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
        this.background = background;
        this.theme = theme;
        this.dialogs = dialogs;
    }

    /** Shows what the user's own crontab would become; where it cannot be had, offers to choose files instead. */
    public void importCrontab(Window owner) {
        prepare(owner, () -> ImportSource.ofCrontab(crontab), failure -> offerFiles(owner, failure));
    }

    private void offerFiles(Window owner, Throwable failure) {
        Answer choose = new Answer(say("chooseFile"), Answer.Kind.DEFAULT);
        Question question = new Question(say("noCrontab"), Failures.words(failure, language.get()),
                List.of(choose, new Answer(say("close"), Answer.Kind.CANCEL)));
        dialogs.apply(owner).ask(question, answer -> {
            if (answer.equals(choose)) {
                List<Path> files = dialogs.apply(owner).openFiles(say("chooseFile.title"), List.of());
                if (!files.isEmpty()) {
                    importFiles(owner, files);
                }
            }
        });
    }

    /** Shows what files of any format would become. */
    public void importFiles(Window owner, List<Path> files) {
        prepare(owner, () -> ImportSource.ofFiles(files), failure -> dialogs.apply(owner).error(say("failed"), failure));
    }

    private void prepare(Window owner, Supplier<ImportSource> reading, Consumer<? super Throwable> failed) {
        TriggerDefaults defaults = new TriggerDefaults(zone, clock.instant(), "");
        background.run(() -> {
            ImportSource source = reading.get();
            return new Prepared(source, source.plan(defaults), ImportViewModel.existing(scheduler));
        }, prepared -> open(owner, prepared), failed);
    }

    private void open(Window owner, Prepared prepared) {
        Stage stage = new Stage();
        ImportViewModel model = new ImportViewModel(prepared.plan(), prepared.existing(), scheduler, background);
        ImportController controller = new ImportController(model, prepared.source(), language.get(), zone, clock,
                failure -> dialogs.apply(stage).error(say("failed"), failure), stage::close);
        Parent view = Views.load(controller, language.get());
        Dimension2D size = theme.size(WIDTH, HEIGHT);
        Scene scene = new Scene(view, size.getWidth(), size.getHeight());
        theme.dress(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(prepared.source().title().in(language.get()));
        stage.getIcons().setAll(Icons.ofProgram());
        stage.setScene(scene);
        stage.show();
    }

    private String say(String key) {
        return Message.of("ui.importing." + key).in(language.get());
    }
}
