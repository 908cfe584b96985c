package org.carillon.service;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carillon.message.Message;

/** The system's own commands that set services up. */
final class Tool {
    private static final long PATIENCE_SECONDS = 90;

    /** How a command ended, and what it printed. */
    record Answer(int code, String text) {
        boolean isGood() {
            return code == 0;
        }
    }

    /** @throws ServiceException if it is not there, failed, or did not end in time */
    String run(String... command) {
        Answer answer = ask(command);
        if (!answer.isGood()) {
            throw new ServiceException(Message.of("service.refused", String.join(" ", command), answer.text()));
        }
        return answer.text();
    }

    /** @throws ServiceException if it is not there, or did not end in time */
    Answer ask(String... command) {
        Path output = null;
        try {
            output = Files.createTempFile("carillon-", ".txt");
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile())).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ServiceException(Message.of("service.silent", String.join(" ", command), Long.toString(PATIENCE_SECONDS)));
            }
            return new Answer(process.exitValue(), new String(Files.readAllBytes(output), Charset.defaultCharset()).strip());
        } catch (IOException e) {
            throw new ServiceException(Message.of("service.noTool", command[0], String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(Message.of("service.refused", String.join(" ", command), ""), e);
        } finally {
            forget(output);
        }
    }

    private static Path nothing() {
        return Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static void forget(Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            output.toFile().deleteOnExit();
        }
    }
}
