package org.carillon.store.journal;

import java.io.IOException;

/** A journal that does not go on where its store ends: it belongs to a later state of it. */
public final class JournalGapException extends IOException {
    JournalGapException(long expected, long found) {
        super("entry " + expected + " is expected, and the journal begins with " + found);
    }
}
