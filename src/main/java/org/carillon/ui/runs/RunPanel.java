package org.carillon.ui.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.carillon.job.Run;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is shown below the runs: how long a job's runs take, or what differs between two. For the FX thread alone. */
final class RunPanel {
    private static final Logger LOG = LoggerFactory.getLogger(RunPanel.class);
    /** Fits in any width. */
    private static final int SHORT = 8;
    private static final int CHARTED = 200;

    private final VBox panel;
    private final RunDesk desk;
    private final RunWords words;
    private final Runnable opening;

    /** @param opening is told before something is shown */
    RunPanel(VBox panel, RunDesk desk, RunWords words, Runnable opening) {
        this.opening = opening;
        this.panel = panel;
        this.desk = desk;
        this.words = words;
        close();
    }

    void close() {
        panel.setVisible(false);
        panel.setManaged(false);
        panel.getChildren().clear();
    }

    private void show(String title, Node content) {
        Button close = new Button(null, Icons.of(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(words.say("closePanel"));
        close.setOnAction(event -> close());
        Label heading = new Label(title);
        heading.getStyleClass().add("run-panel-title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(heading, close);
        head.getStyleClass().add("run-panel-head");
        opening.run();
        panel.getChildren().setAll(head, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        panel.setVisible(true);
        panel.setManaged(true);
    }

    /** How long the last runs of a run's job took. @param select goes to a run */
    void chart(Run run, Instant now, LongConsumer select) {
        DurationChart chart = new DurationChart(words, select);
        RunFilter filter = new RunFilter(Set.of(run.jobId()), Set.of(), null);
        desk.background().run(() -> new RunPages(desk.scheduler()).newest(filter, CHARTED).reversed(), runs -> {
            chart.show(runs, now);
            show(words.say("chart", run.jobName()), chart);
        }, problem -> desk.notices().failed(words.say("chart", run.jobName()), problem));
    }

    private record Tails(List<String> first, List<String> second) {}

    void difference(Run first, Run second, Instant now) {
        desk.background().run(() -> new Tails(desk.tail(first.id()), desk.tail(second.id())), tails -> {
            ScrollPane scroll = new ScrollPane(new VBox(facts(RunFact.of(first, second, words, now), first, second),
                    output(RunDifference.of(tails.first(), tails.second()))));
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("details-scroll");
            scroll.setPrefHeight(260);
            show(words.say("difference", "#" + first.id(), "#" + second.id()), scroll);
        }, problem -> LOG.warn("Two runs could not be compared", problem));
    }

    private GridPane facts(List<RunFact> facts, Run first, Run second) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setPercentWidth(38);
        grid.getColumnConstraints().addAll(names, values, values);
        grid.addRow(0, new Label(), label("#" + first.id(), "run-panel-title"), label("#" + second.id(), "run-panel-title"));
        int row = 1;
        for (RunFact fact : facts) {
            if (!fact.first().isEmpty() || !fact.second().isEmpty()) {
                String style = fact.differs() ? "run-differs" : "quiet";
                Label mark = label((fact.differs() ? "≠ " : "") + fact.name(), "quiet");
                grid.addRow(row++, mark, label(fact.first(), style), label(fact.second(), style));
            }
        }
        return grid;
    }

    private VBox output(List<RunDifference> lines) {
        List<Node> shown = new ArrayList<>();
        shown.add(label(words.say(lines.stream().allMatch(line -> line.side() == RunDifference.Side.BOTH) ? "sameOutput" : "output"), "quiet"));
        for (RunDifference line : lines) {
            shown.add(switch (line.side()) {
                case BOTH -> label("  " + line.text(), "monospaced");
                case FIRST -> label("− " + line.text(), "monospaced", "run-only-first");
                case SECOND -> label("+ " + line.text(), "monospaced", "run-only-second");
            });
        }
        VBox box = new VBox(shown.toArray(Node[]::new));
        box.getStyleClass().add("run-output");
        return box;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(text.length() > SHORT);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
