package org.carillon.ui.shell;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the filter above the jobs: Down goes to what it has left over, Escape clears it first. */
final class FilterKeys {
    private FilterKeys() {}

    /** @param leave gives the keyboard to the jobs */
    static void install(TextField filter, Runnable leave) {
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    filter.clear();
                }
                event.consume();
                leave.run();
            }
        });
    }
}
