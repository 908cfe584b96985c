package org.carillon.ui.log;

/** What a "select graphic rendition" sequence makes of a style. */
final class AnsiRendition {
    private static final int[] RESET = {0};

    private final int[] codes;
    private int position;

    private AnsiRendition(int[] codes) {
        this.codes = codes;
    }

    /** @param parameters what stands between {@code ESC [} and {@code m} */
    static AnsiStyle apply(AnsiStyle style, String parameters) {
        AnsiRendition rendition = new AnsiRendition(codes(parameters));
        AnsiStyle result = style;
        while (rendition.position < rendition.codes.length) {
            result = rendition.next(result);
        }
        return result;
    }

    private static int[] codes(String parameters) {
        if (parameters.isEmpty()) {
            return RESET;
        }
        String[] parts = parameters.replace(':', ';').split(";", -1);
        int[] codes = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            codes[i] = parts[i].matches("\\d{1,4}") ? Integer.parseInt(parts[i]) : 0;
        }
        return codes;
    }

    private AnsiStyle next(AnsiStyle style) {
        int code = codes[position++];
        return switch (code) {
            case 0 -> AnsiStyle.PLAIN.withLink(style.link());
            case 1 -> style.withWeight(true, false);
            case 2 -> style.withWeight(false, true);
            case 22 -> style.withWeight(false, false);
            case 3, 23 -> style.withItalic(code == 3);
            case 4, 21, 24 -> style.withUnderline(code != 24);
            case 7, 27 -> style.withInverse(code == 7);
            case 9, 29 -> style.withStrike(code == 9);
            case 38 -> style.withForeground(extended(style.foreground()));
            case 39 -> style.withForeground(null);
            case 48 -> style.withBackground(extended(style.background()));
            case 49 -> style.withBackground(null);
            default -> colour(style, code);
        };
    }

    private static AnsiStyle colour(AnsiStyle style, int code) {
        if (code >= 30 && code <= 37 || code >= 90 && code <= 97) {
            return style.withForeground(new AnsiColor.Named(code >= 90 ? code - 82 : code - 30));
        }
        if (code >= 40 && code <= 47 || code >= 100 && code <= 107) {
            return style.withBackground(new AnsiColor.Named(code >= 100 ? code - 92 : code - 40));
        }
        return style;
    }

    /** {@code 5;n} of 256 colours, or {@code 2;r;g;b}. @param before stays if it is neither */
    private AnsiColor extended(AnsiColor before) {
        int kind = position < codes.length ? codes[position++] : 0;
        if (kind == 5 && position < codes.length) {
            AnsiColor colour = AnsiColor.of256(codes[position++]);
            return colour == null ? before : colour;
        }
        if (kind == 2 && position + 2 < codes.length) {
            position += 3;
            return AnsiColor.of(codes[position - 3], codes[position - 2], codes[position - 1]);
        }
        return before;
    }
}
