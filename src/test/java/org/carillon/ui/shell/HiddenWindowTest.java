package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenWindowTest {
    private boolean tray = true;
    private int cameBack;
    private final HiddenWindow window = new HiddenWindow(() -> tray, () -> cameBack++);

    @Test
    void withoutATrayItIsNotHidden() {
        tray = false;
        assertThat(window.hide()).isFalse();
        seconds(100);
        assertThat(cameBack).isZero();
    }

    @Test
    void itComesBackWhenTheTrayIsGoneForAWhile() {
        assertThat(window.hide()).isTrue();
        seconds(100);
        assertThat(cameBack).isZero();
        tray = false;
        seconds(4);
        tray = true;
        seconds(1);
        tray = false;
        seconds(5);
        assertThat(cameBack).isZero();
        seconds(100);
        assertThat(cameBack).isEqualTo(1);
    }

    @Test
    void oneThatIsShownAgainStaysAsItIs() {
        window.hide();
        window.shown();
        tray = false;
        seconds(100);
        assertThat(cameBack).isZero();
    }

    @Test
    void onLoginItWaitsLongerForTheTray() {
        tray = false;
        window.startHidden();
        seconds(30);
        assertThat(cameBack).isZero();
        seconds(1);
        assertThat(cameBack).isEqualTo(1);
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            window.second();
        }
    }
}
