package org.carillon.ui.settings;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.engine.Scheduler;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.dialogs.DesktopPrograms;
import org.carillon.ui.dialogs.FxDialogs;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.WindowTheme;

/** The window with the settings; there is one at most. Another language builds it anew, on the same page. For the FX thread alone. */
public final class SettingsWindow {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 640;

    /** The pages, in their order. */
    public enum Page {
        GENERAL,
        NEW_JOBS,
        EXECUTORS,
        RETENTION,
        NOTICES,
        APPEARANCE,
        LANGUAGE,
        BACKUPS,
        DATA;

        /** What it is called. */
        public Message title() {
            return Message.of("ui.settings.page." + (this == NEW_JOBS ? "newJobs" : name().toLowerCase(Locale.ROOT)));
        }
    }

    private final SettingsStore store;
    private final SettingsDesk desk;
    private final Scheduler scheduler;
    private final Background background;
    private final Notices notices;
    private final WindowTheme theme;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Supplier<Language> language;
    private Stage stage;
    private Page page = Page.GENERAL;

    public SettingsWindow(SettingsStore store, SettingsDesk desk, Scheduler scheduler, Background background, Notices notices, WindowTheme theme,
            InstantSource clock, ZoneId zone, Supplier<Language> language) {
        this.store = store;
        this.desk = desk;
        this.scheduler = scheduler;
        this.background = background;
        this.notices = notices;
        this.theme = theme;
        this.clock = clock;
        this.zone = zone;
        this.language = language;
    }

    /** Shows it in front of that window. @param chosen the page, null for the one that was seen last */
    public void show(Window owner, Page chosen) {
        page = chosen == null ? page : chosen;
        if (stage == null) {
            stage = new Stage();
            stage.initOwner(owner);
            stage.getIcons().setAll(Icons.ofProgram());
            Dimension2D size = theme.size(WIDTH, HEIGHT);
            Scene scene = new Scene(new BorderPane(), size.getWidth(), size.getHeight());
            theme.dress(scene);
            scene.getStylesheets().add(Objects.requireNonNull(SettingsWindow.class.getResource("settings.css")).toExternalForm());
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
            stage.setScene(scene);
        }
        rebuild();
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Another language was chosen. */
    public void rebuild() {
        if (stage == null) {
            return;
        }
        SettingsParts parts = new SettingsParts(store, desk, scheduler, background, new FxDialogs(() -> stage, language, theme), notices,
                new DesktopPrograms(background, notices), clock, zone, language.get());
        ScrollPane content = new ScrollPane();
        content.setFitToWidth(true);
        content.getStyleClass().add("settings-content");
        ListView<Page> pages = new ListView<>(FXCollections.observableArrayList(List.of(Page.values())));
        pages.setId("settings-pages");
        pages.getStyleClass().add("settings-pages");
        pages.setAccessibleText(parts.say("title"));
        pages.setCellFactory(_ -> new PageCell(parts));
        pages.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                page = now;
                content.setContent(build(now, parts));
                content.setVvalue(0);
            }
        });
        BorderPane root = new BorderPane(content);
        root.setLeft(pages);
        stage.setTitle(parts.say("title"));
        stage.getScene().setRoot(root);
        pages.getSelectionModel().select(page);
        pages.requestFocus();
    }

    private static SettingsPage build(Page page, SettingsParts parts) {
        return switch (page) {
            case GENERAL -> new GeneralPage(parts);
            case NEW_JOBS -> new NewJobsPage(parts);
            case EXECUTORS -> new ExecutorsPage(parts);
            case RETENTION -> new RetentionPage(parts);
            case NOTICES -> new NoticesPage(parts);
            case APPEARANCE -> new AppearancePage(parts);
            case LANGUAGE -> new LanguagePage(parts);
            case BACKUPS -> new BackupsPage(parts);
            case DATA -> new DataPage(parts);
        };
    }

    /** Closes it for good. */
    public void close() {
        if (stage != null) {
            stage.hide();
        }
    }

    private static final class PageCell extends ListCell<Page> {
        private final SettingsParts parts;

        PageCell(SettingsParts parts) {
            this.parts = parts;
        }

        @Override
        protected void updateItem(Page page, boolean empty) {
            super.updateItem(page, empty);
            setText(empty || page == null ? null : page.title().in(parts.language()));
            setId(empty || page == null ? null : "settings-page-" + page.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
