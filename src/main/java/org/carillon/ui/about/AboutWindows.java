package org.carillon.ui.about;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.WindowTheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows that speak of the program itself. For the FX thread alone. */
public final class AboutWindows {
    private static final Logger LOG = LoggerFactory.getLogger(AboutWindows.class);

    private final ProgramFacts program;
    private final Supplier<Language> language;
    private final WindowTheme theme;
    private final InstantSource clock;
    private final Supplier<? extends Window> main;
    private Stage crash;

    /** @param main the window in front of which a mistake is shown, while that is to be seen itself */
    public AboutWindows(ProgramFacts program, Supplier<Language> language, WindowTheme theme, InstantSource clock, Supplier<? extends Window> main) {
        this.program = program;
        this.language = language;
        this.theme = theme;
        this.clock = clock;
        this.main = main;
    }

    /** Shows what the program is. */
    public void about(Window owner) {
        Stage stage = stage(owner, "title");
        stage.initModality(Modality.WINDOW_MODAL);
        show(stage, close -> new AboutController(program, language.get(), AboutWindows::copy, close));
    }

    /** Shows a mistake of the program, one at a time: what follows from the first one is only logged, and brings that to the front. */
    public void crash(Thread thread, Throwable mistake) {
        CrashReport report = CrashReport.of(mistake, thread.getName(), program, clock.instant());
        LOG.error("A mistake in the program, {}", report.code(), mistake);
        try {
            if (crash == null) {
                Window owner = main.get();
                Stage stage = stage(owner != null && owner.isShowing() ? owner : null, "crash");
                stage.setOnHidden(event -> crash = null);
                show(stage, close -> new CrashController(report, language.get(), AboutWindows::copy, close));
                crash = stage;
            }
            crash.setIconified(false);
            crash.toFront();
        } catch (RuntimeException again) {
            // Thrown further it would come back here, for ever.
            LOG.error("The report could not be shown", again);
        }
    }

    private Stage stage(Window owner, String title) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(Message.of("ui.about." + title).in(language.get()));
        stage.getIcons().setAll(Icons.ofProgram());
        return stage;
    }

    private void show(Stage stage, Function<Runnable, Object> controller) {
        Parent root = Views.load(controller.apply(stage::close), language.get());
        Scene scene = new Scene(root);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::close);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setOnShown(_ -> root.lookupAll(".button:default").forEach(Node::requestFocus));
        stage.show();
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
