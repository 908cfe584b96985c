package org.carillon.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.carillon.control.client.QuickCommand;
import org.carillon.settings.DataDirectories;

/** Where the program begins: with as little as possible, for a command that a running instance answers needs nothing else. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = quick(arguments);
        System.exit(code == QuickCommand.NOT_ANSWERED ? Program.run(arguments) : code);
    }

    /** A console of Windows shows only its own encoding: there the command itself prints. */
    private static int quick(String[] arguments) {
        return System.getProperty("os.name").startsWith("Windows") ? QuickCommand.NOT_ANSWERED
                : new QuickCommand(DataDirectories.ofProcess(), stream(FileDescriptor.out), stream(FileDescriptor.err)).run(arguments);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
