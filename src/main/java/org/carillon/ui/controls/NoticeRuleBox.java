package org.carillon.ui.controls;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.carillon.job.NotifyRule;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Shows and changes when somebody is told of runs. What is written with a mistake is not taken, and said below. */
public final class NoticeRuleBox extends VBox {
    private static final int MOST_DIGITS = 6;
    private static final double BETWEEN = 8;

    private final Language language;
    private final Consumer<NotifyRule> keep;
    private final CheckBox first;
    private final CheckBox recovery;
    private final CheckBox didNotRun;
    private final TextField every = new TextField();
    private final TextField minutes = new TextField();
    private final ProblemLabel problem = new ProblemLabel();
    private NotifyRule rule;
    private boolean showing;

    /** @param keep gets the rule after every change that is right */
    public NoticeRuleBox(Language language, NotifyRule initial, Consumer<NotifyRule> keep) {
        this.language = language;
        this.keep = keep;
        this.first = new CheckBox(say("first"));
        this.recovery = new CheckBox(say("recovery"));
        this.didNotRun = new CheckBox(say("didNotRun"));
        for (CheckBox box : new CheckBox[] {first, recovery, didNotRun}) {
            box.setWrapText(true);
            box.setMinHeight(USE_PREF_SIZE);
        }
        first.setId("notice-first");
        recovery.setId("notice-recovery");
        didNotRun.setId("notice-missed");
        number(every, "notice-every", say("every"));
        number(minutes, "notice-minutes", say("longer"));
        getStyleClass().add("notice-rule");
        setSpacing(6);
        getChildren().setAll(first, line(say("every"), every, say("every.after")), recovery, line(say("longer"), minutes, say("longer.after")),
                didNotRun, problem);
        show(initial);
        first.selectedProperty().addListener((value, before, now) -> changed());
        recovery.selectedProperty().addListener((value, before, now) -> changed());
        didNotRun.selectedProperty().addListener((value, before, now) -> changed());
        every.textProperty().addListener((value, before, now) -> changed());
        minutes.textProperty().addListener((value, before, now) -> changed());
    }

    private static void number(TextField field, String id, String accessible) {
        field.setId(id);
        field.setPrefColumnCount(4);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setAccessibleText(accessible);
    }

    /** Where there is no room, below each other. */
    private static FlowPane line(String before, TextField field, String after) {
        FlowPane line = new FlowPane(BETWEEN, BETWEEN, new Label(before), field, new Label(after));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Shows another rule. */
    public void show(NotifyRule now) {
        showing = true;
        rule = now;
        first.setSelected(now.firstFailure());
        recovery.setSelected(now.recovery());
        didNotRun.setSelected(now.didNotRun());
        every.setText(now.everyFailures() == null ? "" : now.everyFailures().toString());
        minutes.setText(now.longerThan() == null ? "" : Long.toString(Math.max(1, now.longerThan().toMinutes())));
        problem.show(null);
        showing = false;
    }

    private void changed() {
        if (showing) {
            return;
        }
        if (isWrong(every) || isWrong(minutes)) {
            problem.show(say("wrong"));
            return;
        }
        problem.show(null);
        Integer each = every.getText().isBlank() ? null : Integer.valueOf(every.getText().strip());
        Duration longer = minutes.getText().isBlank() ? null : Duration.ofMinutes(Long.parseLong(minutes.getText().strip()));
        rule = new NotifyRule(first.isSelected(), each, recovery.isSelected(), longer, didNotRun.isSelected(), rule.channels());
        keep.accept(rule);
    }

    private static boolean isWrong(TextField field) {
        String text = field.getText().strip();
        return !text.isEmpty() && !text.matches("[1-9]\\d{0," + (MOST_DIGITS - 1) + "}");
    }

    private String say(String key) {
        return Message.of("ui.controls.notice." + key).in(language);
    }
}
