package org.carillon.desktop.keyring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.carillon.message.Message;

/** A program of the system that knows its keyring. Keys go to it by its standard input: others can see its arguments. */
final class KeyringProgram {
    private static final long PATIENCE_SECONDS = 30;
    private static final Executor READERS = task -> Thread.ofVirtual().name("carillon-keyring").start(task);

    /** How it ended, and what it printed. */
    record Answer(int code, String output, String errors) {}

    private final List<String> command;

    /** @param command the program, and the arguments that it always has */
    KeyringProgram(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** @throws KeyringException if it is not there, or does not end in time, as when it asks a person who is not there */
    Answer run(String input, String... arguments) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        Process process = null;
        try {
            process = new ProcessBuilder(words).start();
            CompletableFuture<String> output = text(process.getInputStream());
            CompletableFuture<String> errors = text(process.getErrorStream());
            write(input, process.getOutputStream());
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new KeyringException(Message.of("desktop.keyring.silent", command.getFirst(), Long.toString(PATIENCE_SECONDS)));
            }
            return new Answer(process.exitValue(), output.join(), errors.join());
        } catch (IOException e) {
            throw new KeyringException(Message.of("desktop.keyring.failed", String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyringException(Message.of("desktop.keyring.failed", command.getFirst()), e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    /** One that has ended without reading it has said why. */
    private static void write(String input, OutputStream program) {
        try (program) {
            program.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // Its exit code tells.
        }
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, READERS);
    }
}
