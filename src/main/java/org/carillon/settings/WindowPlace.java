package org.carillon.settings;

import java.util.Comparator;
import java.util.List;

/** Where a window stands, or how large a screen is, in pixels before the screen's scale. */
public record WindowPlace(double x, double y, double width, double height) {
    public WindowPlace {
        if (!(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(width) && Double.isFinite(height) && width > 0 && height > 0)) {
            throw new IllegalArgumentException(x + ", " + y + ", " + width + " × " + height);
        }
    }

    /** The same place, as far as it lies on one of these screens; moved and made smaller otherwise. @param screens the main one first */
    public WindowPlace within(List<WindowPlace> screens) {
        WindowPlace screen = screens.stream().max(Comparator.comparingDouble(this::overlap)).orElse(this);
        if (overlap(screen) <= 0) {
            screen = screens.isEmpty() ? this : screens.getFirst();
        }
        double fittingWidth = Math.min(width, screen.width);
        double fittingHeight = Math.min(height, screen.height);
        return new WindowPlace(Math.clamp(x, screen.x, screen.x + screen.width - fittingWidth),
                Math.clamp(y, screen.y, screen.y + screen.height - fittingHeight), fittingWidth, fittingHeight);
    }

    private double overlap(WindowPlace other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return across <= 0 || down <= 0 ? 0 : across * down;
    }
}
