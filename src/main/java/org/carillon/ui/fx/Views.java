package org.carillon.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import org.carillon.message.Language;
import org.carillon.message.Texts;

/** Loads the FXML file that stands beside a controller's class and has its name: {@code JobsController}, {@code Jobs.fxml}. */
public final class Views {
    private Views() {}

    /**
     * Loads the view and gives the controller its controls.
     *
     * @return the root of the view
     * @throws IllegalStateException if there is no such file
     * @throws UncheckedIOException  if it does not fit the controller
     */
    public static <T> T load(Object controller, Language language) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName().replaceFirst("Controller$", "") + ".fxml";
        URL file = type.getResource(name);
        if (file == null) {
            throw new IllegalStateException("No " + name + " beside " + type.getName());
        }
        String feature = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        FXMLLoader loader = new FXMLLoader(file, words(feature, language));
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + file, e);
        }
    }

    private static ResourceBundle words(String feature, Language language) {
        return Texts.bundle("ui/" + feature, language);
    }
}
