package org.carillon.ui.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.FieldsText;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;

/** The schedule as cron by fields: one text for each; an empty one is left out. */
final class FieldsForm extends Form {
    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final ObjectProperty<String> typing = new SimpleObjectProperty<>();

    FieldsForm() {
        FieldsText.cells().forEach(cell -> texts.put(cell.name(), new SimpleStringProperty("")));
        texts.get("hour").set("9");
        texts.get("minute").set("0");
        observe(texts.values().toArray(new Property<?>[0]));
        typing.addListener((value, before, after) -> changed());
    }

    /** @param name as in the format: {@code day_of_week} */
    StringProperty text(String name) {
        return texts.get(name);
    }

    /** The field that has the focus, so that more may be typed there; null for none. */
    ObjectProperty<String> typing() {
        return typing;
    }

    /** What is written, by field. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            if (!text.get().isBlank()) {
                given.put(name, text.get().strip());
            }
        });
        return given;
    }

    /** What is wrong, by field, without what is only not finished. */
    Map<String, TriggerException> mistakes() {
        Map<String, TriggerException> mistakes = FieldsText.mistakes(given());
        mistakes.keySet().removeIf(this::isStillTyped);
        return mistakes;
    }

    private boolean isStillTyped(String name) {
        return name.equals(typing.get()) && FieldsText.isUnfinished(name, given().get(name));
    }

    void show(CronFieldsTrigger trigger) {
        texts.forEach((name, text) -> text.set(trigger.fields().getOrDefault(name, "")));
    }

    /** The trigger; only when nothing is wrong. */
    CronFieldsTrigger trigger(TriggerDefaults defaults) {
        return CronFieldsTrigger.parse(given(), defaults);
    }

    @Override
    List<Problem> problems() {
        return FieldsText.mistakes(given()).entrySet().stream()
                .map(wrong -> new Problem(Field.FIELDS, wrong.getValue().explanation(), isStillTyped(wrong.getKey())))
                .sorted((one, other) -> Boolean.compare(one.pending(), other.pending()))
                .toList();
    }
}
