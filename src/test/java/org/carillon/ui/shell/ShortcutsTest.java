package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carillon.message.Language;
import org.carillon.ui.log.LogKey;
import org.carillon.ui.palette.ShortcutList;
import org.junit.jupiter.api.Test;

class ShortcutsTest {
    @Test
    void noTwoHaveTheSameKeys() {
        assertThat(Arrays.stream(Shortcuts.values()).map(Shortcuts::keys)).doesNotHaveDuplicates();
    }

    @Test
    void theListHasTheKeysOfTheLog() {
        ShortcutList.Group log = WindowActions.groups(Language.ENGLISH).stream().filter(group -> group.title().startsWith("Log")).findFirst().orElseThrow();
        assertThat(log.lines()).extracting(ShortcutList.Line::keys).containsExactly("Ctrl+Shift+F", "F3", "Shift+F3", "Ctrl+G", "Home", "End", "Space",
                "Ctrl+C", "Ctrl+Shift+C", "Ctrl+=, Ctrl++", "Ctrl+-", "Ctrl+0");
    }

    @Test
    void noKeyOfTheLogIsTakenFromTheWindow() {
        List<String> everywhere = Arrays.stream(Shortcuts.values()).filter(Shortcuts::isEverywhere).map(Shortcuts::words).toList();
        assertThat(Arrays.stream(LogKey.values()).map(LogKey::words)).doesNotContainAnyElementsOf(everywhere).doesNotHaveDuplicates();
    }

    @Test
    void theListNamesEveryOneInBothLanguages() {
        for (Language language : Language.values()) {
            List<ShortcutList.Line> lines = WindowActions.groups(language).stream().flatMap(group -> group.lines().stream()).toList();
            assertThat(lines).hasSize(Shortcuts.values().length + LogKey.values().length);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.keys()).isNotEmpty();
                assertThat(line.title()).isNotEmpty().doesNotContain("ui.");
            });
            assertThat(lines.stream().map(ShortcutList.Line::title)).doesNotHaveDuplicates();
        }
    }
}
