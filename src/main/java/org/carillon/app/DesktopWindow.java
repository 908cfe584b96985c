package org.carillon.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.carillon.cli.WindowAccess;
import org.carillon.control.WindowRequest;
import org.carillon.control.client.ControlClient;
import org.carillon.desktop.awt.AppleFiles;
import org.carillon.engine.NoSuchException;
import org.carillon.message.ExplainedException;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
import org.carillon.settings.Theme;
import org.carillon.ui.dialogs.FxDialogs;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.theme.WindowTheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The program with its window. */
final class DesktopWindow implements WindowAccess {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);

    private final AppContext schedulers;
    private final EarlyInstance early;

    DesktopWindow(AppContext schedulers, EarlyInstance early) {
        this.schedulers = schedulers;
        this.early = early;
    }

    /** Starts the toolkit where there is a display: that is the only way to know. */
    @Override
    public boolean hasDisplay() {
        boolean there = false;
        try {
            there = DesktopApplication.begin();
            return there;
        } finally {
            if (!there) {
                early.drop();
            }
        }
    }

    /** A second start shows the window that is there. */
    @Override
    public boolean raise(DataDirectory directory, WindowRequest request) {
        Optional<ControlClient> running = schedulers.running(directory);
        if (running.isEmpty()) {
            return false;
        }
        early.drop();
        try (ControlClient client = running.get()) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode open = body.putArray("open");
            request.files().forEach(file -> open.add(file.toAbsolutePath().normalize().toString()));
            if (request.newJob()) {
                body.put("newJob", true);
            }
            client.post("/v1/window/raise", body);
            return true;
        } catch (NoSuchException e) {
            // It has no window: who owns the directory is said when it is opened.
            return false;
        }
    }

    @Override
    public int open(DataDirectory directory, WindowRequest request, boolean hidden, Language language) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        FxBackground background = new FxBackground();
        Opening opening = new Opening(directory, language, background, ended, new AtomicReference<>(), new AtomicReference<>(), new ArrayList<>(), early);
        if (!hidden || !request.isNothing()) {
            opening.showFrame();
        }
        opening.begin(request, hidden);
        try {
            ended.join();
            return 0;
        } catch (CompletionException e) {
            throw e.getCause() instanceof ExplainedException explained ? explained : e;
        } finally {
            Platform.exit();
        }
    }

    /**
     * Opens a data directory, and does so again after a backup was put in its place.
     *
     * @param waiting what was asked for before there was a window to show it; for the FX thread alone
     * @param early   the directory, if it was opened already
     */
    private record Opening(DataDirectory directory, Language language, FxBackground background, CompletableFuture<Void> ended,
            AtomicReference<OpenWindow> window, AtomicReference<WindowFrame> frame, List<WindowRequest> waiting, EarlyInstance early) {
        void showFrame() {
            try {
                Settings settings = new SettingsFile(directory.settingsFile()).read();
                background.tell(() -> frame.set(WindowFrame.shown(settings, directory)));
            } catch (DirectoryException e) {
                LOG.warn("The window is not shown before its settings are understood", e);
            }
        }

        void begin(WindowRequest request, boolean hidden) {
            background.run(
                    () -> backend(new RunningProgram(this::raise, DesktopWindow::end)),
                    instance -> {
                        WindowFrame shown = frame.get();
                        if (shown == null) {
                            fill(instance, request, hidden);
                        } else {
                            shown.line().whenThere(() -> fill(instance, request, hidden));
                        }
                    },
                    this::giveUp);
        }

        private void fill(Backend instance, WindowRequest request, boolean hidden) {
            try {
                show(instance, request, hidden);
            } catch (RuntimeException | Error mistake) {
                LOG.error("The window could not be opened", mistake);
                instance.close();
                giveUp(mistake);
            }
        }

        /** Of this process; where another one schedules without a window, that. */
        private Backend backend(RunningProgram program) {
            Instance opened = early.take();
            return opened != null ? opened.start(event -> { }, program) : DirectoryTurn.<Backend>await(() -> Instance.start(directory, event -> { }, program),
                    _ -> AppContext.follow(directory, language).map(client -> new AttachedInstance(directory, client)));
        }

        private void show(Backend instance, WindowRequest request, boolean hidden) {
            WindowFrame shown = frame.getAndSet(null);
            OpenWindow open = new OpenWindow(instance, directory, shown != null ? shown : WindowFrame.of(instance.settings()), background,
                    () -> begin(WindowRequest.NOTHING, false), () -> ended.complete(null));
            window.set(open);
            open.show(hidden && request.isNothing());
            open.show(request);
            waiting.forEach(later -> bring(open, later));
            waiting.clear();
            background.run(() -> AppleFiles.tell(System.getProperty("os.name"), files -> raise(new WindowRequest(files, false))),
                    () -> { }, failure -> LOG.error("Files cannot be opened by a double click", failure));
        }

        /** @return true: one that is still being made comes to the front when it is there, and shows what it is asked for */
        private boolean raise(WindowRequest request) {
            background.run(window::get, open -> {
                if (open == null) {
                    waiting.add(request);
                } else {
                    bring(open, request);
                }
            }, failure -> LOG.error("The window could not be raised", failure));
            return true;
        }

        private static void bring(OpenWindow open, WindowRequest request) {
            open.raise();
            open.show(request);
        }

        /** The program ends, whether that can be told or not. */
        private void giveUp(Throwable why) {
            WindowFrame shown = frame.getAndSet(null);
            if (shown != null) {
                shown.close();
            }
            try {
                tell(why, language);
            } finally {
                ended.completeExceptionally(why);
            }
        }
    }

    /** The shutdown hook of the window closes everything. */
    private static void end() {
        Thread.ofPlatform().name("carillon-end").start(() -> System.exit(0));
    }

    /** Whoever started the program with a double click does not see what it prints. */
    private static void tell(Throwable failure, Language language) {
        WindowTheme theme = new WindowTheme(Theme.SYSTEM);
        new FxDialogs(() -> null, () -> language, theme).error(Message.of("app.cannotOpen").in(language), failure);
        theme.close();
    }
}
