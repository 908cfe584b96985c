package org.carillon.screens;

import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import static org.carillon.screens.InventedJobs.BACKUP;
import static org.carillon.screens.InventedJobs.INVOICES;
import static org.carillon.screens.InventedJobs.SHOP;
import static org.carillon.screens.InventedJobs.STOCK;
import static org.carillon.screens.InventedJobs.SYNC;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;

/** Every screen of the program, and how a person comes to it. */
enum Screen {
    FIRST_RUN(List.of("shell/Shell", "shell/JobPage", "jobs/Jobs"), program -> { }),
    JOBS(List.of("jobs/Overview"), program -> program.home(SYNC)),
    NEXT_RUNS(List.of("jobs/NextRuns"), program -> tab(program, "rates", 1)),
    HISTORY(List.of("runs/Runs"), program -> tab(program, SYNC, 2)),
    LOG(List.of("log/Log"), program -> tab(program, SYNC, 3)),
    LOG_SEARCH(List.of(), program -> {
        tab(program, SYNC, 3);
        program.write("#log-find", "order");
        program.until(() -> !((Label) OpenProgram.find("#log-matches")).getText().isEmpty());
    }),
    VERSIONS(List.of("jobs/Versions"), program -> tab(program, SYNC, 4)),
    NO_MATCH(List.of(), program -> {
        program.home(SYNC);
        program.write("#filter", "printer");
    }),
    RUN_WITH(List.of("jobs/Once"), program -> {
        program.home(BACKUP);
        program.key("Shortcut+Shift+R");
    }),
    TIMELINE(List.of("timeline/Timeline"), program -> program.key("Shortcut+2")),
    TIMELINE_MOVE(List.of("timeline/Move"), program -> {
        program.key("Shortcut+2");
        program.until(() -> !((ListView<?>) OpenProgram.find("#timeline")).getItems().isEmpty());
        OpenProgram.run(() -> {
            ListView<?> jobs = (ListView<?>) OpenProgram.find("#timeline");
            jobs.getSelectionModel().selectFirst();
            jobs.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
            jobs.getContextMenu().getItems().stream().filter(item -> "timeline-move".equals(item.getId()))
                    .flatMap(move -> ((Menu) move).getItems().stream()).filter(item -> "timeline-move-other".equals(item.getId())).forEach(MenuItem::fire);
            jobs.getContextMenu().hide();
        });
    }),
    RUNS(List.of("shell/RunPage"), program -> program.key("Shortcut+3")),
    RUNS_COMPARED(List.of(), program -> {
        program.key("Shortcut+3");
        program.row("#runs", 0);
        program.alsoRow("#runs", 4);
        program.item("#runs-more", 1);
    }),
    RUN(List.of(), program -> {
        program.key("Shortcut+3");
        program.row("#runs", failed());
        program.fire("#openLog");
    }),
    LIVE_LOGS(List.of("log/LiveLogs"), program -> program.key("Shortcut+4")),
    PALETTE(List.of(), program -> {
        program.key("Shortcut+K");
        program.write("#palette-field", "sy");
    }),
    KEYS(List.of(), program -> program.key("F1")),
    FORM_NEW(List.of("editor/JobEditor", "editor/What", "editor/When", "editor/Words", "editor/Schedule", "editor/Simple", "editor/Preview"),
            OpenProgram::newJob),
    FORM_PROGRAM(List.of(), program -> kind(program, "program")),
    FORM_SCRIPT(List.of(), program -> program.edit(BACKUP)),
    FORM_HTTP(List.of(), program -> program.edit(SHOP)),
    FORM_SQL(List.of(), program -> program.edit(STOCK)),
    FORM_EMAIL(List.of(), program -> program.edit(INVOICES)),
    FORM_TASK(List.of(), program -> kind(program, "task")),
    FORM_CRON(List.of("editor/Cron"), program -> {
        when(program, "cron");
        program.write("#expression #text", "30 2 * 3 0");
    }),
    FORM_NEVER(List.of(), program -> {
        when(program, "cron");
        program.write("#expression #text", "0 0 30 2 *");
    }),
    FORM_MISTAKE(List.of(), program -> {
        when(program, "cron");
        program.write("#expression #text", "30 25 * * MON");
    }),
    FORM_FIELDS(List.of("editor/Fields"), program -> {
        when(program, "cron");
        program.fire("#notation-fields");
    }),
    FORM_COMBINE(List.of("editor/Combine"), program -> {
        when(program, "combine");
        program.fire("#addPart");
    }),
    FORM_HOW(List.of("editor/How"), program -> {
        program.edit(BACKUP);
        program.unfold("#fold");
    }),
    FORM_FURTHER(List.of("editor/Further"), program -> {
        program.edit(BACKUP);
        List.of("#fold", "#turn", "#end", "#keep").forEach(program::unfold);
    }),
    IMPORT(List.of("importing/Import"), program -> program.key("Shortcut+I")),
    SETTINGS_GENERAL(List.of(), program -> settings(program, 0)),
    SETTINGS_NEW_JOBS(List.of(), program -> settings(program, 1)),
    SETTINGS_EXECUTORS(List.of(), program -> settings(program, 2)),
    SETTINGS_RETENTION(List.of(), program -> settings(program, 3)),
    SETTINGS_NOTICES(List.of(), program -> settings(program, 4)),
    SETTINGS_APPEARANCE(List.of(), program -> settings(program, 5)),
    SETTINGS_LANGUAGE(List.of(), program -> settings(program, 6)),
    SETTINGS_BACKUPS(List.of(), program -> settings(program, 7)),
    SETTINGS_DATA(List.of(), program -> settings(program, 8)),
    SECRETS(List.of(), OpenProgram::secrets),
    ABOUT(List.of("about/About"), program -> program.key("Shift+F1")),
    CRASH(List.of("about/Crash"), OpenProgram::crash),
    QUIT(List.of(), OpenProgram::quit),
    QUITTING(List.of("shell/QuitVeil"), program -> {
        program.quit();
        program.answer();
    }),
    FORM_TEST(List.of("editor/TestRun"), program -> {
        program.edit(BACKUP);
        program.fire("#test");
    });

    private final List<String> views;
    private final Consumer<OpenProgram> way;

    /** @param views the FXML files that are seen here first */
    Screen(List<String> views, Consumer<OpenProgram> way) {
        this.views = views;
        this.way = way;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> views() {
        return views;
    }

    /** Whether it is seen only while there are no jobs. */
    boolean isEmpty() {
        return this == FIRST_RUN;
    }

    /** Goes there from wherever the program is. */
    void open(OpenProgram program) {
        if (!isEmpty()) {
            program.home(BACKUP);
            program.write("#filter", "");
        }
        way.accept(program);
        program.settle();
    }

    private static void tab(OpenProgram program, String job, int tab) {
        program.home(job);
        program.tab(tab);
    }

    private static void kind(OpenProgram program, String kind) {
        program.newJob();
        program.fire("#kind-" + kind);
    }

    private static void when(OpenProgram program, String mode) {
        program.newJob();
        program.write("#name", "Nightly report");
        program.write("#line", "nightly-report --mail");
        program.fire("#mode-" + mode);
    }

    private static void settings(OpenProgram program, int page) {
        program.key("Shortcut+Comma");
        program.row("#settings-pages", page);
    }

    /** The newest failed run in the ledger's table. */
    private static int failed() {
        return OpenProgram.fx(() -> {
            var rows = ((javafx.scene.control.TableView<?>) OpenProgram.find("#runs")).getItems();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof org.carillon.ui.runs.RunRow row && row.run().get().state() == org.carillon.job.RunState.FAILED) {
                    return i;
                }
            }
            throw new IllegalStateException("None has failed");
        });
    }
}
