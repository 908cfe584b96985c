package org.carillon.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes texts out of a stream of bytes, also where one comes in pieces. What may be the beginning of one is held back. Not thread-safe. */
final class HiddenText {
    private static final byte[] MASK = "***".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> hidden;
    private byte[] held = {};

    /** @param hidden no empty ones */
    HiddenText(Collection<byte[]> hidden) {
        this.hidden = hidden.stream().sorted(Comparator.comparingInt((byte[] each) -> each.length).reversed()).toList();
    }

    /** What can be shown of all that has come. */
    byte[] take(byte[] bytes, int from, int count) {
        byte[] all = new byte[held.length + count];
        System.arraycopy(held, 0, all, 0, held.length);
        System.arraycopy(bytes, from, all, held.length, count);
        ByteArrayOutputStream shown = new ByteArrayOutputStream(all.length);
        int at = 0;
        while (at < all.length) {
            int length = hiddenAt(all, at);
            if (length > 0) {
                shown.writeBytes(MASK);
                at += length;
            } else if (length < 0) {
                break;
            } else {
                shown.write(all[at]);
                at++;
            }
        }
        held = Arrays.copyOfRange(all, at, all.length);
        return shown.toByteArray();
    }

    /** What was held back, when nothing more comes. */
    byte[] rest() {
        byte[] rest = held;
        held = new byte[0];
        return rest;
    }

    /** @return the length of the hidden text that begins there, 0 for none, -1 if the bytes end before that is known */
    private int hiddenAt(byte[] all, int at) {
        int found = 0;
        for (byte[] text : hidden) {
            int same = 0;
            while (same < text.length && at + same < all.length && text[same] == all[at + same]) {
                same++;
            }
            if (same == text.length) {
                return found < 0 ? found : same;
            }
            if (at + same == all.length) {
                found = -1;
            }
        }
        return found;
    }
}
