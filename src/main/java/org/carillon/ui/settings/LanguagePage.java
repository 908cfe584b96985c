package org.carillon.ui.settings;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.carillon.message.Language;

/** The language of window, notices and command line. */
final class LanguagePage extends SettingsPage {
    LanguagePage(SettingsParts parts) {
        super(parts);
        heading("page.language");
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox();
        choices.getStyleClass().add("settings-choices");
        for (Language language : choices()) {
            RadioButton button = new RadioButton(switch (language) {
                case null -> say("language.machine");
                case ENGLISH -> "English";
                case CHINESE -> "中文";
            });
            button.setId("settings-language-" + (language == null ? "machine" : language.locale().getLanguage()));
            button.setToggleGroup(group);
            button.setSelected(parts.store().now().language() == language);
            button.setOnAction(event -> parts.store().change(now -> now.withLanguage(language)));
            choices.getChildren().add(button);
        }
        row("language", choices, say("language.hint"));
    }

    /** That of the machine first. */
    private static List<Language> choices() {
        return Arrays.asList(null, Language.ENGLISH, Language.CHINESE);
    }
}
