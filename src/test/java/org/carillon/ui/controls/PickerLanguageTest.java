package org.carillon.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.DatePickerSkin;
import org.carillon.message.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PickerLanguageTest {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @Test
    void aDatePickerSpeaksTheChosenLanguageWhateverTheMachines(FxRobot robot) {
        assertThat(texts(robot, Language.CHINESE)).contains("十一月", "周一");
        assertThat(texts(robot, Language.ENGLISH)).contains("November", "Mon");
    }

    private static List<String> texts(FxRobot robot, Language language) {
        List<String> texts = new ArrayList<>();
        robot.interact(() -> {
            PickerLanguage.follow(language);
            DatePicker picker = new DatePicker(LocalDate.of(2026, 11, 23));
            Node popup = new DatePickerSkin(picker).getPopupContent();
            robot.from(popup).lookup((Node node) -> node instanceof Labeled).queryAllAs(Labeled.class).forEach(label -> texts.add(label.getText()));
        });
        return texts;
    }
}
