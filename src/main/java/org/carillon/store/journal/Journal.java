package org.carillon.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.carillon.files.OwnerOnly;

/**
 * The journal of a job store: {@code carillon-<number>.journal} in the data directory, one or two files, named after their first
 * entry. Only their owner can read them. Whoever uses it has the store to himself. Not thread-safe, but for {@link #read}.
 */
public final class Journal implements Closeable {
    /** Hears what is read. */
    @FunctionalInterface
    public interface Reader<E extends Exception> {
        void entry(Entry entry) throws E;
    }

    /** So much is read in a moment when the store is opened after a crash. */
    private static final long LARGE = 8 << 20;
    private static final String PREFIX = "carillon-";
    private static final String SUFFIX = ".journal";
    private static final String POSITION = "carillon.position";

    private final Path directory;
    private Segment current;
    private long next;

    public Journal(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads what follows that entry, in order, but for an entry at the end that was not completely written. Damaged entries are passed
     * over: the next one that is read then has not the next number.
     *
     * @throws JournalGapException if the journal belongs to a later state than that entry; nothing was read then
     * @throws IOException         if it cannot be read
     */
    public <E extends Exception> JournalReading read(long after, Reader<E> reader) throws IOException, E {
        List<Path> files = files();
        long begins = Math.max(position() + 1, files.isEmpty() ? 0 : firstOf(files.getFirst()));
        if (begins > after + 1) {
            throw new JournalGapException(after + 1, begins);
        }
        long last = after;
        boolean damaged = false;
        Entries.End end = Entries.End.CLEAN;
        for (Path file : files) {
            Entries entries = new Entries(ByteBuffer.wrap(Files.readAllBytes(file)));
            for (Entry entry = entries.next(last); entry != null; entry = entries.next(last)) {
                damaged |= entry.number() > last + 1;
                if (entry.number() > last) {
                    reader.entry(entry);
                    last = entry.number();
                }
            }
            end = entries.end();
        }
        return new JournalReading(last, damaged || end == Entries.End.DAMAGED);
    }

    private static long firstOf(Path file) {
        return Long.parseLong(file.getFileName().toString().replaceAll("[^0-9]", ""));
    }

    /** Copies all files to names that are not the journal's, as they are. @return the copies */
    public List<Path> keepCopies() throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path file : files()) {
            Path copy = file.resolveSibling(file.getFileName() + ".damaged");
            OwnerOnly.makeFile(copy);
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.restrict(copy);
            copies.add(copy);
        }
        return copies;
    }

    /** Notes that the tables have everything up to that entry on disk: tables that have less are those of an earlier time. */
    public void note(long position) throws IOException {
        Path file = directory.resolve(POSITION);
        OwnerOnly.makeFile(file);
        Files.writeString(file, Long.toString(position));
    }

    /** Tables of an earlier time are to be used: what was noted of the present ones does not hold for them. */
    public static void forgetPosition(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(POSITION));
    }

    /** As it was noted; 0 for nothing, also where the note was cut off. */
    private long position() throws IOException {
        Path file = directory.resolve(POSITION);
        String noted = Files.exists(file) ? Files.readString(file) : "";
        return noted.matches("[0-9]{1,18}") ? Long.parseLong(noted) : 0;
    }

    /** Forgets everything, and goes on with the entry of that number. */
    public void begin(long number) throws IOException {
        next = number;
        close();
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    /** @return the number of the entry, when it is on disk */
    public long append(List<StoredChange> changes) throws IOException {
        if (current == null) {
            turn();
        }
        current.append(new Entry(next, changes).bytes());
        return next++;
    }

    /** Whether it is time to {@link #turn}. */
    public boolean isLarge() {
        return current != null && current.length() > LARGE;
    }

    /** What follows goes into a new file. @return the ones before it, which can be deleted once they are not needed any more */
    public List<Path> turn() throws IOException {
        List<Path> before = files();
        close();
        current = new Segment(directory.resolve(PREFIX + "%019d".formatted(next) + SUFFIX));
        return before;
    }

    /** The number of the last entry. */
    public long last() {
        return next - 1;
    }

    /** Puts all files out of the way, under names that are not the journal's. @return where they are */
    public List<Path> setAside() throws IOException {
        close();
        List<Path> kept = new ArrayList<>();
        for (Path file : files()) {
            Path aside = file.resolveSibling(file.getFileName() + ".unused");
            Files.deleteIfExists(aside);
            kept.add(Files.move(file, aside));
        }
        return kept;
    }

    /** By their numbers. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, PREFIX + "[0-9]*" + SUFFIX)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    /** Its files stay. */
    @Override
    public void close() throws IOException {
        if (current != null) {
            Segment closing = current;
            current = null;
            closing.close();
        }
    }
}
