package org.carillon.job;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the constants of an enum are written in JSON: {@code CATCH_UP} as {@code catchUp}. */
public final class JsonNames {
    private JsonNames() {}

    /** The name of that constant. */
    public static String of(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(java.util.Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return name.toString();
    }

    static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(JsonNames::of).collect(Collectors.joining(", "));
    }
}
