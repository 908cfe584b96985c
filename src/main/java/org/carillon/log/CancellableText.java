package org.carillon.log;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A text in which a search ends when it is cancelled: there are expressions that try for ever. Not thread-safe. */
final class CancellableText implements CharSequence {
    /** Between two questions so many letters are looked at. */
    private static final int STEP = 1 << 16;

    private final CharSequence text;
    private final BooleanSupplier cancelled;
    private int left = STEP;

    CancellableText(CharSequence text, BooleanSupplier cancelled) {
        this.text = text;
        this.cancelled = cancelled;
    }

    @Override
    public char charAt(int index) {
        if (--left == 0) {
            left = STEP;
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
