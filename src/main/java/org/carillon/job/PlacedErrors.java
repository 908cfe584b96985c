package org.carillon.job;

import java.util.function.Supplier;

/** Gives the place to errors of records that do not know where in a file they stand. */
final class PlacedErrors {
    private PlacedErrors() {}

    /** @throws FormatException what {@code making} throws, with {@code place} in front unless it has a whole place already */
    static <T> T at(String place, Supplier<T> making) {
        try {
            return making.get();
        } catch (FormatException e) {
            if (place.isEmpty() || e.place().startsWith(place)) {
                throw e;
            }
            String whole = e.place().isEmpty() ? place : place + "." + e.place();
            throw new FormatException(whole, e.plainExplanation(), e);
        }
    }
}
