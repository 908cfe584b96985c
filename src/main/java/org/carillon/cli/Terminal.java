package org.carillon.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, InstantSource clock, ZoneId zone) {
    private static final int BUFFER = 1 << 16;

    /**
     * Of this process. UTF-8, whatever the locale says, so that output means the same everywhere; on Windows a console shows only its
     * own encoding.
     */
    public static Terminal ofProcess() {
        return new Terminal(System.in, stream(FileDescriptor.out, "stdout.encoding"), stream(FileDescriptor.err, "stderr.encoding"),
                InstantSource.system(), ZoneId.systemDefault());
    }

    private static PrintStream stream(FileDescriptor descriptor, String encodingProperty) {
        boolean console = System.getProperty("os.name").startsWith("Windows") && System.console() != null;
        Charset charset = console
                ? Charset.forName(System.getProperty(encodingProperty, "UTF-8"), StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, charset);
    }
}
