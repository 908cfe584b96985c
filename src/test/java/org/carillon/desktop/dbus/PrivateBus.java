package org.carillon.desktop.dbus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A real session bus for one test. A machine that has no {@code dbus-daemon} has no such tests. */
final class PrivateBus implements AutoCloseable {
    final String address;
    private final Process daemon;

    PrivateBus() throws IOException {
        assumeTrue(Stream.of("/usr/bin/dbus-daemon", "/bin/dbus-daemon").map(Path::of).anyMatch(Files::isExecutable), "no dbus-daemon");
        daemon = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address").start();
        BufferedReader output = new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        address = output.readLine();
    }

    @Override
    public void close() {
        daemon.destroy();
    }
}
