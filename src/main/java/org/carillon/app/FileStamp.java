package org.carillon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What shows, without reading it, that a file is another one than before.
 *
 * @param key what the file system calls it, which differs after another was put in its place; null where the system has no such thing
 */
record FileStamp(FileTime modified, long size, Object key) {
    /** Of a file that is not there, or cannot be looked at. */
    static final FileStamp NONE = new FileStamp(FileTime.fromMillis(0), 0, null);

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (IOException e) {
            return NONE;
        }
    }
}
