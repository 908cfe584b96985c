package org.carillon.control.json;

import org.carillon.job.JsonNames;

/** Constants of enums by the names they have in JSON. */
final class Constants {
    private Constants() {}

    /** @throws IllegalArgumentException if there is none of that name */
    static <E extends Enum<E>> E read(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (JsonNames.of(constant).equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("No " + type.getSimpleName() + " " + name);
    }
}
