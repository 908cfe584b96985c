package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carillon.message.Language;
import org.carillon.ui.palette.ShortcutList;
import org.junit.jupiter.api.Test;

class ShortcutsTest {
    @Test
    void noTwoHaveTheSameKeys() {
        assertThat(Arrays.stream(Shortcuts.values()).map(Shortcuts::keys)).doesNotHaveDuplicates();
    }

    @Test
    void theListNamesEveryOneInBothLanguages() {
        for (Language language : Language.values()) {
            List<ShortcutList.Line> lines = WindowActions.groups(language).stream().flatMap(group -> group.lines().stream()).toList();
            assertThat(lines).hasSize(Shortcuts.values().length);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.keys()).isNotEmpty();
                assertThat(line.title()).isNotEmpty().doesNotContain("ui.shell");
            });
            assertThat(lines.stream().map(ShortcutList.Line::title)).doesNotHaveDuplicates();
        }
    }
}
