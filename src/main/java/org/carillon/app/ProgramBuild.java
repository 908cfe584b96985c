package org.carillon.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.carillon.cli.Version;
import org.carillon.ui.about.ProgramFacts;

/** What the build knows of the program: its version, and its commit in a file beside this class. */
final class ProgramBuild {
    private ProgramBuild() {}

    static ProgramFacts facts(Path dataDirectory) {
        return new ProgramFacts(Version.number(), commit(), dataDirectory);
    }

    private static String commit() {
        try (InputStream in = ProgramBuild.class.getResourceAsStream("commit.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
