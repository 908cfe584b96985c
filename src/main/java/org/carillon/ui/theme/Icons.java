package org.carillon.ui.theme;

import java.io.InputStream;
import java.util.List;
import javafx.scene.image.Image;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of the window: Feather's, drawn as a font, so that they are sharp at every scale and take the theme's colours. */
public final class Icons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128);

    private Icons() {}

    /** An icon beside a text. */
    public static FontIcon of(Ikon icon, String... styles) {
        FontIcon drawn = FontIcon.of(icon);
        drawn.getStyleClass().addAll(styles);
        return drawn;
    }

    /** The icon of a state, in its colour. */
    public static FontIcon of(StateLook look) {
        return of(look.icon(), "state-icon", look.style());
    }

    /** The program's icon in the sizes that window managers ask for; the build draws them from one SVG. Read once. */
    public static List<Image> ofProgram() {
        return OfProgram.IMAGES;
    }

    /** When the class is needed, there is a toolkit that can read them. */
    private static final class OfProgram {
        private static final List<Image> IMAGES = SIZES.stream().map(Icons::ofProgram).toList();
    }

    private static Image ofProgram(int size) {
        String file = "/org/carillon/app/icon-" + size + ".png";
        InputStream in = Icons.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("No " + file);
        }
        return new Image(in);
    }
}
