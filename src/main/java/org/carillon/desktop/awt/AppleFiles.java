package org.carillon.desktop.awt;

import java.awt.Desktop;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The files that macOS has the program open: it tells them by an event, and not on the command line. None is lost: those that come before
 * somebody listens are told then.
 */
public final class AppleFiles {
    private AppleFiles() {}

    /** Hears of events from now on; to be called before JavaFX starts, for whatever begins first is told of them. Does nothing elsewhere. */
    public static void expect(String systemName) {
        if (systemName.startsWith("Mac") && Desktop.isDesktopSupported()) {
            Desktop.getDesktop();
        }
    }

    /** @param opened is told of them, on AWT's thread; whoever was told before no longer is */
    public static void tell(String systemName, Consumer<List<Path>> opened) {
        if (systemName.startsWith("Mac") && Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_FILE)) {
            Desktop.getDesktop().setOpenFileHandler(event -> opened.accept(event.getFiles().stream().map(File::toPath).toList()));
        }
    }
}
