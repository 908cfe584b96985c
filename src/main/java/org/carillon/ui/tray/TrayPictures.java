package org.carillon.ui.tray;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.carillon.desktop.tray.TrayIcon;
import org.carillon.ui.theme.Icons;

/** The program's icon, with a badge where it is paused or something failed. */
public final class TrayPictures {
    /** Panels are up to some forty pixels high, and twice that on a fine screen. */
    private static final double LARGEST = 64;

    private final Map<TrayState, List<TrayIcon>> pictures = new EnumMap<>(TrayState.class);

    /** In all sizes; drawn when it is asked for first, and the same list from then on. */
    public List<TrayIcon> of(TrayState state) {
        return pictures.computeIfAbsent(state, TrayPictures::drawn);
    }

    private static List<TrayIcon> drawn(TrayState state) {
        return Icons.ofProgram().stream().filter(image -> image.getWidth() <= LARGEST).map(TrayPictures::pixels)
                .map(icon -> Badge.on(icon, state)).toList();
    }

    private static TrayIcon pixels(Image image) {
        int size = (int) image.getWidth();
        int[] argb = new int[size * size];
        image.getPixelReader().getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), argb, 0, size);
        return new TrayIcon(size, argb);
    }
}
