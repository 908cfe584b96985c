package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carillon.settings.Settings;
import org.carillon.settings.Theme;
import org.carillon.ui.fx.DirectBackground;
import org.junit.jupiter.api.Test;

class WindowSettingsTest {
    private static final Settings DARK = Settings.DEFAULT.withTheme(Theme.DARK);

    private final List<Settings> written = new ArrayList<>();
    private Consumer<Settings> whileWriting = now -> { };
    private final WindowSettings settings = new WindowSettings(Settings.DEFAULT, now -> {
        whileWriting.accept(now);
        written.add(now);
    }, new DirectBackground());

    @Test
    void whatSomebodyElseHasChangedStaysWhenSomethingElseIsChangedHere() {
        settings.take(DARK);
        settings.change(now -> now.withControlPort(4711), failure -> { });

        assertThat(written).containsExactly(DARK.withControlPort(4711));
    }

    @Test
    void whatIsJustBeingWrittenIsNotTakenBack() {
        whileWriting = now -> settings.take(DARK);
        settings.change(now -> now.withControlPort(4711), failure -> { });

        assertThat(settings.settings().get()).isEqualTo(Settings.DEFAULT.withControlPort(4711));
    }
}
