package org.carillon.ui.importing;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
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
import org.carillon.ui.dialogs.FxDialogs;
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

    /**
     * @param crontab the user's own crontab
     * @param zone    the zone of what names none
     */
    public JobImport(Scheduler scheduler, CrontabSource crontab, Supplier<Language> language, ZoneId zone, InstantSource clock,
                     Background background, WindowTheme theme) {
        this.scheduler = scheduler;
        this.crontab = crontab;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
        this.background = background;
        this.theme = theme;
    }

    /** Shows what the user's own crontab would become. */
    public void importCrontab(Window owner) {
        prepare(owner, () -> ImportSource.ofCrontab(crontab));
    }

    /** Shows what files of any format would become. */
    public void importFiles(Window owner, List<Path> files) {
        prepare(owner, () -> ImportSource.ofFiles(files));
    }

    private void prepare(Window owner, Supplier<ImportSource> reading) {
        TriggerDefaults defaults = new TriggerDefaults(zone, clock.instant(), "");
        background.run(() -> {
            ImportSource source = reading.get();
            return new Prepared(source, source.plan(defaults), ImportViewModel.existing(scheduler));
        }, prepared -> open(owner, prepared), failure -> dialogs(owner).error(say("failed"), failure));
    }

    private void open(Window owner, Prepared prepared) {
        Stage stage = new Stage();
        ImportViewModel model = new ImportViewModel(prepared.plan(), prepared.existing(), scheduler, background);
        ImportController controller = new ImportController(model, prepared.source(), language.get(), zone, clock,
                failure -> dialogs(stage).error(say("failed"), failure), stage::close);
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

    private FxDialogs dialogs(Window owner) {
        return new FxDialogs(() -> owner, language, theme);
    }

    private String say(String key) {
        return Message.of("ui.importing." + key).in(language.get());
    }
}
