package org.carillon.log;

import java.io.IOException;
import java.nio.file.Path;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A log that could not be read or deleted. */
public final class LogException extends ExplainedException {
    LogException(String key, Path file, IOException cause) {
        super(Message.of(key, file, words(cause)), cause);
    }

    /** What the system said; some of its errors have nothing but a name. */
    static String words(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
