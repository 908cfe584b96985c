package org.carillon.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What a job does. */
public sealed interface Action permits CommandAction, ScriptAction, HttpAction, SqlAction, EmailAction, JavaAction {
    /** The kind as it is written in JSON, for instance {@code command}. */
    String type();

    /** What it does in one line, for lists and search. */
    String summary();

    /** The encoding of what it prints. */
    default Charset encoding() {
        return StandardCharsets.UTF_8;
    }
}
