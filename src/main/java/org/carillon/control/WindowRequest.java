package org.carillon.control;

import java.nio.file.Path;
import java.util.List;

/**
 * What a window is asked to show once it is in front.
 *
 * @param files  what these would become as jobs; may be none
 * @param newJob whether the form for a new job
 */
public record WindowRequest(List<Path> files, boolean newJob) {
    public static final WindowRequest NOTHING = new WindowRequest(List.of(), false);

    public WindowRequest {
        files = List.copyOf(files);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }
}
