package org.carillon.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.carillon.message.Message;

/** The crontab that is installed for this user, as {@code crontab -l} prints it. Read as UTF-8. */
public final class InstalledCrontab implements CrontabSource {
    private final List<String> command;

    public InstalledCrontab() {
        this(List.of("crontab", "-l"));
    }

    InstalledCrontab(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public String read() {
        Process process = start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Thread::startVirtualThread);
            String listed = text(process.getInputStream());
            if (process.waitFor() == 0) {
                return listed;
            }
            String complaint = errors.join().strip();
            throw new InterchangeException(complaint.contains("no crontab")
                    ? Message.of("interchange.crontab.none")
                    : Message.of("interchange.crontab.unreadable", complaint));
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterchangeException(Message.of("interchange.crontab.interrupted"), e);
        } catch (IOException | UncheckedIOException | CompletionException e) {
            throw new InterchangeException(Message.of("interchange.crontab.unreadable", String.valueOf(e.getMessage())), e);
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new InterchangeException(Message.of("interchange.crontab.noProgram", command.getFirst()), e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
