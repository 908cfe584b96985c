package org.carillon.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import org.carillon.cli.WindowAccess;
import org.carillon.message.ExplainedException;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.ui.dialogs.FxDialogs;
import org.carillon.ui.fx.FxBackground;
import org.carillon.settings.Theme;
import org.carillon.ui.theme.WindowTheme;

/** The program with its window. */
final class DesktopWindow implements WindowAccess {
    /** Starts the toolkit where there is a display: that is the only way to know. */
    @Override
    public boolean hasDisplay() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public int open(DataDirectory directory, Language language) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        FxBackground background = new FxBackground();
        background.run(
                () -> Instance.start(directory, event -> { }),
                instance -> new OpenWindow(instance, background, () -> ended.complete(null)).show(),
                failure -> {
                    tell(failure, language);
                    ended.completeExceptionally(failure);
                });
        try {
            ended.join();
            return 0;
        } catch (CompletionException e) {
            throw e.getCause() instanceof ExplainedException explained ? explained : e;
        } finally {
            Platform.exit();
        }
    }

    /** Whoever started the program with a double click does not see what it prints. */
    private static void tell(Throwable failure, Language language) {
        WindowTheme theme = new WindowTheme(Theme.SYSTEM);
        new FxDialogs(() -> null, () -> language, theme).error(Message.of("app.cannotOpen").in(language), failure);
        theme.close();
    }
}
