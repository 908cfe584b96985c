package org.carillon.ui.dialogs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.carillon.ui.fx.Background;

/** Opens web pages and files in the programs that the desktop has for them; says so if it has none. */
public final class DesktopPrograms {
    private final Background background;
    private final Notices notices;
    private final String system;

    public DesktopPrograms(Background background, Notices notices) {
        this.background = background;
        this.notices = notices;
        this.system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    /** Opens a web page; nothing happens for anything else, because the link comes from what a job has printed. */
    public void browse(String link, String failed) {
        if (link.startsWith("http://") || link.startsWith("https://")) {
            start(opening(link), failed);
        }
    }

    /** Shows a file in its directory. @param failed what could not be done, if so */
    public void reveal(Path file, String failed) {
        if (system.startsWith("windows")) {
            start(List.of("explorer.exe", "/select," + file), failed);
        } else if (system.startsWith("mac")) {
            start(List.of("open", "-R", file.toString()), failed);
        } else {
            start(opening(file.getParent().toString()), failed);
        }
    }

    private List<String> opening(String target) {
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", target);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", target);
    }

    private void start(List<String> command, String failed) {
        background.run(() -> {
            try {
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, () -> { }, problem -> notices.failed(failed, problem));
    }
}
