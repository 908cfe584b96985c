package org.carillon.app;

import javafx.stage.Stage;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.Settings;
import org.carillon.settings.WindowFile;
import org.carillon.ui.shell.MainFrame;
import org.carillon.ui.theme.WindowTheme;

/**
 * The main window before there is anything in it. It can be shown while the store is being opened: whoever started the program sees that
 * it is coming. For the FX thread alone.
 *
 * @param stage without a scene until it is shown
 * @param theme as the settings say
 * @param line  says how long the start took
 */
record WindowFrame(Stage stage, WindowTheme theme, StartLine line) {
    /** Not shown yet. */
    static WindowFrame of(Settings settings) {
        WindowTheme theme = new WindowTheme(settings.theme());
        theme.look().set(settings.appearance());
        Stage stage = new Stage();
        return new WindowFrame(stage, theme, new StartLine(stage));
    }

    /** Shows it empty, where and as large as the window was left. */
    static WindowFrame shown(Settings settings, DataDirectory directory) {
        WindowFrame frame = of(settings);
        new MainFrame(frame.stage(), frame.theme()).makeEmpty(new WindowFile(directory.windowFile()).read());
        frame.stage().show();
        return frame;
    }

    /** It is not needed after all. */
    void close() {
        theme.close();
        stage.hide();
    }
}
