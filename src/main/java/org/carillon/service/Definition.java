package org.carillon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.message.Message;

/** A file that says to the system what to start. */
record Definition(Path file) {
    /** @throws ServiceException if it cannot be written */
    void write(String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ServiceException(Message.of("service.cannotWrite", file, String.valueOf(e.getMessage())), e);
        }
    }

    /** Whether it is there, and that is in it. @throws ServiceException if it cannot be read */
    boolean says(String text) {
        try {
            return exists() && Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new ServiceException(Message.of("service.cannotRead", file, String.valueOf(e.getMessage())), e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** @throws ServiceException if it cannot be deleted */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ServiceException(Message.of("service.cannotWrite", file, String.valueOf(e.getMessage())), e);
        }
    }

    /** A text as XML says it. */
    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
