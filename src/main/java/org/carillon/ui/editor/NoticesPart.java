package org.carillon.ui.editor;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.carillon.job.NotifyRule;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.NoticeRuleBox;

/** The part of the form that says when somebody is told of the job's runs. */
final class NoticesPart {
    /** Whose rules hold. */
    enum Whose {
        USUAL,
        OWN,
        NEVER
    }

    private NoticesPart() {}

    /** Fills the box, and keeps it equal to the property. */
    static void fill(VBox box, ObjectProperty<NotifyRule> rule, Surroundings surroundings) {
        ObjectProperty<Whose> whose = new SimpleObjectProperty<>(whose(rule.get()));
        ComboBox<Whose> choice = new ComboBox<>();
        choice.setId("notices-whose");
        choice.setAccessibleText(surroundings.say("notices"));
        Choices.bind(choice, List.of(Whose.values()), each -> surroundings.say("notices." + each.name().toLowerCase(Locale.ROOT)), whose);
        NoticeRuleBox own = new NoticeRuleBox(surroundings.language(), rule.get() == null ? NotifyRule.USUAL : rule.get(), rule::set);
        Nodes.showWhen(own, whose.isEqualTo(Whose.OWN));
        whose.addListener((value, before, now) -> {
            if (now != whose(rule.get())) {
                rule.set(switch (now) {
                    case USUAL -> null;
                    case OWN -> NotifyRule.USUAL;
                    case NEVER -> NotifyRule.NEVER;
                });
                own.show(NotifyRule.USUAL);
            }
        });
        rule.addListener((value, before, now) -> {
            if (whose.get() != Whose.OWN || now == null) {
                whose.set(whose(now));
            }
        });
        box.getChildren().setAll(choice, own);
    }

    private static Whose whose(NotifyRule rule) {
        return rule == null ? Whose.USUAL : rule.saysAnything() ? Whose.OWN : Whose.NEVER;
    }
}
