package org.carillon.ui.tray;

import org.carillon.desktop.tray.TrayIcon;

/** Draws a round badge into the lower right corner of an icon: two bars for paused, an exclamation mark for failed. */
final class Badge {
    private static final int PAUSED = 0xFFBF8700;
    private static final int FAILED = 0xFFCF222E;
    private static final int WHITE = 0xFFFFFFFF;
    /** Each pixel is looked at in so many places across, for smooth edges. */
    private static final int SAMPLES = 4;
    /** The badge's radius and centre, as parts of the icon. */
    private static final double RADIUS = 0.30;
    private static final double CENTRE = 0.70;

    private Badge() {}

    static TrayIcon on(TrayIcon icon, TrayState state) {
        if (state == TrayState.SCHEDULING) {
            return icon;
        }
        int[] argb = icon.argb().clone();
        for (int y = 0; y < icon.size(); y++) {
            for (int x = 0; x < icon.size(); x++) {
                argb[y * icon.size() + x] = pixel(argb[y * icon.size() + x], x, y, icon.size(), state);
            }
        }
        return new TrayIcon(icon.size(), argb);
    }

    private static int pixel(int under, int x, int y, int size, TrayState state) {
        double[] sum = new double[4];
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double across = (x + (i % SAMPLES + 0.5) / SAMPLES) / size;
            double down = (y + (i / SAMPLES + 0.5) / SAMPLES) / size;
            add(sum, colour(under, (across - CENTRE) / RADIUS, (down - CENTRE) / RADIUS, state));
        }
        double alpha = sum[0];
        if (alpha == 0) {
            return 0;
        }
        return (int) Math.round(alpha / (SAMPLES * SAMPLES)) << 24
                | (int) Math.round(sum[1] / alpha) << 16 | (int) Math.round(sum[2] / alpha) << 8 | (int) Math.round(sum[3] / alpha);
    }

    private static void add(double[] sum, int argb) {
        int alpha = argb >>> 24;
        sum[0] += alpha;
        sum[1] += alpha * (argb >> 16 & 0xFF);
        sum[2] += alpha * (argb >> 8 & 0xFF);
        sum[3] += alpha * (argb & 0xFF);
    }

    /** @param x from -1 to 1 within the badge */
    private static int colour(int under, double x, double y, TrayState state) {
        if (x * x + y * y > 1) {
            return under;
        }
        boolean mark = state == TrayState.PAUSED
                ? Math.abs(y) < 0.5 && Math.abs(Math.abs(x) - 0.28) < 0.15
                : Math.abs(x) < 0.16 && (y > -0.65 && y < 0.2 || y > 0.38 && y < 0.68);
        return mark ? WHITE : state == TrayState.PAUSED ? PAUSED : FAILED;
    }
}
