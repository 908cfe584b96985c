package org.carillon.ui.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The licences of everything on board: {@code licences.txt} beside this class, one line each. */
final class Licences {
    private Licences() {}

    static String text() {
        try (InputStream in = Licences.class.getResourceAsStream("licences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
