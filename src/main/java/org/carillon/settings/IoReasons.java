package org.carillon.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.carillon.message.Message;

/** Why the system refused a file, in words: Java's own exceptions often name the file and nothing else. */
public final class IoReasons {
    private IoReasons() {}

    /** A text or a {@link Message}, to be filled into another message. */
    public static Object words(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> Message.of("settings.io.denied", denied.getFile());
            case NoSuchFileException missing -> Message.of("settings.io.missing", missing.getFile());
            case FileAlreadyExistsException there -> Message.of("settings.io.exists", there.getFile());
            case NotDirectoryException file -> Message.of("settings.io.notDirectory", file.getFile());
            case FileSystemException other when other.getReason() != null ->
                    Message.of("settings.io.other", String.valueOf(other.getFile()), other.getReason());
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
