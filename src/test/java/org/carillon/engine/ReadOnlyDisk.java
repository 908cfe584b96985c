package org.carillon.engine;

import java.nio.file.Path;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.carillon.store.jdbc.H2JobStore;

/** A program that makes a store, and one that tries to open it again. */
final class ReadOnlyDisk {
    private ReadOnlyDisk() {}

    public static void main(String[] arguments) {
        try (JobStore store = H2JobStore.open(Path.of(arguments[1]))) {
            System.out.println("made, " + store.jobs().size() + " jobs");
        } catch (StoreException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
