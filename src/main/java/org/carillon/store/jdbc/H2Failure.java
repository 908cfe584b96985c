package org.carillon.store.jdbc;

import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.carillon.message.Message;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.StoreException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Tells what a failure of H2 means for the person who owns the file. */
final class H2Failure {
    private static final String DAMAGED = "store.h2.damaged";
    /** A failure so few calls away from the code that reads pages is that code's. */
    private static final int NEAR = 8;

    private H2Failure() {}

    static StoreException explain(Path file, SQLException failure) {
        String system = systemError(failure);
        String key = key(file, failure, system);
        Message words = Message.of(key, file, system);
        return key.equals(DAMAGED) ? new DamagedStoreException(words, failure) : new StoreException(words, failure);
    }

    private static String key(Path file, SQLException failure, String system) {
        if (says(failure, "no space left", "quota exceeded", "not enough space", "file too large")) {
            return "store.h2.full";
        }
        if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 || says(failure, "file is locked")) {
            return "store.h2.locked";
        }
        if (!Files.isWritable(file.getParent()) || Files.exists(file) && !Files.isWritable(file)
                || failure.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY || says(failure, "read-only file system")) {
            return "store.h2.notWritable";
        }
        return isDamage(failure) ? DAMAGED : "store.h2.failed";
    }

    /** Whether the file does not hold what a database file has to hold. */
    static boolean isDamage(SQLException failure) {
        return failure.getErrorCode() == ErrorCode.FILE_CORRUPTED_1
                || failure.getErrorCode() == ErrorCode.FILE_VERSION_ERROR_1
                || endsTooEarly(failure)
                || confusesReader(failure)
                || says(failure, "file corrupt", "is corrupted", "chunk not found", "old file format");
    }

    private static boolean endsTooEarly(Throwable failure) {
        return failure instanceof EOFException || failure.getCause() != null && endsTooEarly(failure.getCause());
    }

    /** What is not a page leads the code that reads pages astray: it fails with whatever comes of that. */
    private static boolean confusesReader(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean confused = switch (cause) {
                case MVStoreException store -> store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
                        || store.getErrorCode() == DataUtils.ERROR_CHUNK_NOT_FOUND;
                case RuntimeException other -> Stream.of(other.getStackTrace()).limit(NEAR).anyMatch(H2Failure::reads);
                default -> false;
            };
            if (confused) {
                return true;
            }
        }
        return false;
    }

    private static boolean reads(StackTraceElement frame) {
        return frame.getClassName().startsWith("org.h2.mvstore.") || frame.getClassName().startsWith("org.h2.compress.");
    }

    private static boolean says(Throwable failure, String... words) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (text.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words of the innermost cause that has any: what the operating system or the store file's reader said. */
    private static String systemError(Throwable failure) {
        String words = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                words = cause.getMessage();
            }
        }
        return words.lines().findFirst().orElse("");
    }
}
