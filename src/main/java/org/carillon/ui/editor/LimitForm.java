package org.carillon.ui.editor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.message.Message;
import org.carillon.ui.controls.TimeText;

/** A moment before which, or after which, nothing runs. Without a date there is none; without a time the whole day counts. */
final class LimitForm extends Form {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Field field;
    private final LocalTime whole;
    private final ObjectProperty<LocalDate> date = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("");
    private Instant shown;
    private LocalDateTime shownAs;

    private LimitForm(Field field, LocalTime whole) {
        this.field = field;
        this.whole = whole;
        observe(date, time);
    }

    static LimitForm notBefore() {
        return new LimitForm(Field.NOT_BEFORE, LocalTime.MIDNIGHT);
    }

    static LimitForm notAfter() {
        return new LimitForm(Field.NOT_AFTER, LAST_SECOND);
    }

    ObjectProperty<LocalDate> date() {
        return date;
    }

    StringProperty time() {
        return time;
    }

    /** The time that an empty text stands for. */
    LocalTime wholeDay() {
        return whole;
    }

    /** @param limit null for none */
    void show(Instant limit, ZoneId zone) {
        shown = limit;
        shownAs = limit == null ? null : LocalDateTime.ofInstant(limit, zone);
        date.set(limit == null ? null : shownAs.toLocalDate());
        time.set(limit == null ? "" : TimeText.of(shownAs.toLocalTime()));
    }

    /** The limit; null for none. Only when nothing is wrong. */
    Instant instant(ZoneId zone) {
        if (date.get() == null) {
            return null;
        }
        LocalDateTime local = date.get().atTime(time.get().isBlank() ? whole : TimeText.parse(time.get()).orElseThrow());
        // of a time that exists twice, keep the one that was shown
        boolean same = local.equals(shownAs) && LocalDateTime.ofInstant(shown, zone).equals(local);
        return same ? shown : local.atZone(zone).toInstant();
    }

    @Override
    List<Problem> problems() {
        String text = time.get().strip();
        boolean wrong = date.get() != null && !text.isEmpty() && TimeText.parse(text).isEmpty();
        boolean unfinished = text.matches("\\d{1,2}[:：.]");
        return Optional.of(new Problem(field, Message.of("ui.editor.time.wrong", text), unfinished)).filter(problem -> wrong).stream().toList();
    }
}
