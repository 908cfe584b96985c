package org.carillon.ui.editor;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.Policy;
import org.carillon.message.Message;
import org.carillon.ui.controls.DurationUnit;

/** A duration as a number and a unit. */
final class DurationForm extends Form {
    /** What a duration must be. */
    enum Rule {
        /** Longer than nothing. */
        POSITIVE,
        /** Longer than nothing, or left empty. */
        POSITIVE_OR_EMPTY,
        /** Nothing or longer. */
        NOT_NEGATIVE,
        /** Nothing or longer, or left empty. */
        NOT_NEGATIVE_OR_EMPTY
    }

    private final Field field;
    private final Rule rule;
    private final StringProperty amount = new SimpleStringProperty("");
    private final ObjectProperty<DurationUnit> unit;

    DurationForm(Field field, Rule rule, DurationUnit initial) {
        this.field = field;
        this.rule = rule;
        this.unit = new SimpleObjectProperty<>(initial);
        observe(amount, unit);
    }

    StringProperty amount() {
        return amount;
    }

    ObjectProperty<DurationUnit> unit() {
        return unit;
    }

    /** @param duration null for none */
    void show(Duration duration) {
        if (duration == null) {
            amount.set("");
            return;
        }
        if (!duration.isZero()) {
            unit.set(DurationUnit.largestFor(duration));
        }
        amount.set(unit.get().amountIn(duration).toPlainString());
    }

    /** The duration; empty when nothing or something else is written. */
    Optional<Duration> duration() {
        String text = amount.get().strip().replace(',', '.');
        if (!text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(unit.get().times(new BigDecimal(text))).filter(duration -> duration.compareTo(Policy.LONGEST) <= 0);
    }

    @Override
    List<Problem> problems() {
        boolean empty = amount.get().isBlank();
        if (empty && (rule == Rule.POSITIVE_OR_EMPTY || rule == Rule.NOT_NEGATIVE_OR_EMPTY)) {
            return List.of();
        }
        if (empty) {
            return List.of(Problem.missing(field, Message.of("ui.editor.duration.missing")));
        }
        boolean positive = rule == Rule.POSITIVE || rule == Rule.POSITIVE_OR_EMPTY;
        if (duration().filter(each -> !positive || each.compareTo(Duration.ofMillis(1)) >= 0).isPresent()) {
            return List.of();
        }
        return List.of(Problem.wrong(field, Message.of(positive ? "ui.editor.duration.notPositive" : "ui.editor.duration.wrong")));
    }
}
