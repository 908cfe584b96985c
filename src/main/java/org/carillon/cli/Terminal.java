package org.carillon.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What a command reads from and prints to.
 *
 * @param in    standard input
 * @param out   standard output, for results alone
 * @param err   standard error, for everything that is said about them
 * @param clock what time it is
 * @param zone  the machine's zone
 * @param colours whether standard output is a terminal that shows colours, and they are wanted (no {@code NO_COLOR})
 * @param directory where it was called, absolute
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, InstantSource clock, ZoneId zone, boolean colours, Path directory) {
    private static final int BUFFER = 1 << 16;

    /** Called in the directory of this process. */
    public Terminal(InputStream in, PrintStream out, PrintStream err, InstantSource clock, ZoneId zone, boolean colours) {
        this(in, out, err, clock, zone, colours, Path.of("").toAbsolutePath());
    }

    /** Without colours. */
    public Terminal(InputStream in, PrintStream out, PrintStream err, InstantSource clock, ZoneId zone) {
        this(in, out, err, clock, zone, false);
    }

    /**
     * Of this process. UTF-8, whatever the locale says, so that output means the same everywhere; on Windows a console shows only its
     * own encoding.
     */
    public static Terminal ofProcess() {
        return new Terminal(System.in, stream(FileDescriptor.out, "stdout.encoding"), stream(FileDescriptor.err, "stderr.encoding"),
                InstantSource.system(), ZoneId.systemDefault(), showsColours());
    }

    private static boolean showsColours() {
        String noColour = System.getenv("NO_COLOR");
        boolean wanted = (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return wanted && System.console() != null && System.console().isTerminal();
    }

    private static PrintStream stream(FileDescriptor descriptor, String encodingProperty) {
        boolean console = System.getProperty("os.name").startsWith("Windows") && System.console() != null;
        Charset charset = console
                ? Charset.forName(System.getProperty(encodingProperty, "UTF-8"), StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, charset);
    }
}
