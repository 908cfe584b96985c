package org.carillon.store.journal;

import java.io.IOException;

/**
 * The kinds of change, each with the byte that stands for it in a journal; that byte never means anything else,
 * so that whatever is written in another way one day needs another one.
 */
enum Kind {
    ADD_JOB(1),
    REPLACE_JOB(2),
    REMOVE_JOB(3),
    PLAN(4),
    ADD_RUN(5),
    UPDATE_RUN(6),
    REMOVE_RUN(7),
    PUT_ATTEMPT(8),
    SET_PAUSE(9),
    /** With when and by whom it was saved, as the two that follow. */
    ADD_SAVED_JOB(10),
    REPLACE_SAVED_JOB(11),
    REMOVE_SAVED_JOB(12);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @throws IOException if none has that code */
    static Kind of(int code) throws IOException {
        for (Kind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IOException("a change of the unknown kind " + code);
    }
}
