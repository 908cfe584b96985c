package org.carillon.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.message.Message;

/**
 * A file of which jobs are to be imported, as it came.
 *
 * @param name     its path or name; tells the format where its content leaves it open
 * @param content  not more than {@link #MOST_BYTES}
 * @param encoding in which it is written, null to tell by its content
 */
public record SourceFile(String name, byte[] content, Charset encoding) {
    /** No list of jobs is that long; what is longer is something else. */
    public static final int MOST_BYTES = 10_000_000;

    /** @throws InterchangeException if it is too long */
    public SourceFile {
        if (content.length > MOST_BYTES) {
            throw tooLong(name);
        }
    }

    public SourceFile(String name, byte[] content) {
        this(name, content, null);
    }

    /**
     * Reads a stream to its end, or to where it is too long. Does not close it.
     *
     * @throws InterchangeException if it is too long
     */
    public static SourceFile read(String name, InputStream stream, Charset encoding) throws IOException {
        return new SourceFile(name, stream.readNBytes(MOST_BYTES + 1), encoding);
    }

    /**
     * Reads files, and beside a systemd timer also the service that it starts, where that is there. Links are followed, with the rights
     * of whoever imports; nothing is read beyond {@link #MOST_BYTES}.
     *
     * @throws InterchangeException if one of them is no file or is too long
     */
    public static List<SourceFile> read(List<Path> paths, Charset encoding) throws IOException {
        Set<Path> all = new LinkedHashSet<>(paths);
        for (Path path : paths) {
            String name = String.valueOf(path.getFileName());
            if (name.endsWith(".timer")) {
                Path service = path.resolveSibling(name.substring(0, name.length() - ".timer".length()) + ".service");
                if (Files.isRegularFile(service)) {
                    all.add(service);
                }
            }
        }
        List<SourceFile> files = new ArrayList<>();
        for (Path path : all) {
            if (Files.isDirectory(path)) {
                throw new InterchangeException(Message.of("interchange.file.directory", path.toString()));
            }
            try (InputStream stream = Files.newInputStream(path)) {
                files.add(read(path.toString(), stream, encoding));
            }
        }
        return files;
    }

    /** The last part of the name. */
    String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static InterchangeException tooLong(String name) {
        return new InterchangeException(Message.of("interchange.file.tooLong", name, MOST_BYTES / 1_000_000));
    }
}
