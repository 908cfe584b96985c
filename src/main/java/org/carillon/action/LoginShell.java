package org.carillon.action;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carillon.message.Message;

/**
 * Asks the user's shell for the variables that it has in a terminal: as a login shell that reads all of its start-up files, and if
 * that does not work, as one that is not interactive. It runs in a session of its own without a terminal, reads nothing, and is
 * ended with all that it has started when it takes too long.
 */
final class LoginShell {
    private static final List<String> WAYS = List.of("-lic", "-lc");
    /** Far more than any system lets an environment be. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final String RUN = "environment";
    /** What belongs to the shell that was asked, and not to those who use what it said. */
    private static final List<String> OF_THE_SHELL = List.of("_", "SHLVL", "PWD", "OLDPWD", RunMark.SCHEDULER, RunMark.RUN, RunMark.JOB);

    private final Map<String, String> own;
    private final Path shell;
    private final Duration limit;

    /** @param shell null where there is none to ask */
    LoginShell(Map<String, String> own, Path shell, Duration limit) {
        this.own = own;
        this.shell = shell;
        this.limit = limit;
    }

    /** The shell that the user logs in with, as the environment names it. */
    static LoginShell ofUser(Map<String, String> own, Duration limit) {
        boolean onWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new LoginShell(own, onWindows ? null : Path.of(own.getOrDefault("SHELL", "/bin/sh")), limit);
    }

    /** Returns within the limit, and a moment for what has to be ended. */
    ImportedEnvironment environment() {
        if (shell == null) {
            return new ImportedEnvironment(own, null);
        }
        long deadline = System.nanoTime() + limit.toNanos();
        Message problem = null;
        for (String way : WAYS) {
            // The first way gets the most of the time: most shells that hang do so in what only it reads.
            long until = way.equals(WAYS.getLast()) ? deadline : deadline - limit.toNanos() / 3;
            try {
                return new ImportedEnvironment(merged(ask(way, until)), null);
            } catch (IOException e) {
                problem = Message.of("action.environment.failed", shell, String.valueOf(e.getMessage()));
            } catch (TimeoutException e) {
                problem = Message.of("action.environment.tooLong", shell, limit.toSeconds());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new ImportedEnvironment(own, Message.of("action.environment.failed", shell, e.toString()));
            }
        }
        return new ImportedEnvironment(own, problem);
    }

    private Map<String, String> merged(Map<String, String> imported) {
        Map<String, String> merged = new HashMap<>(own);
        merged.putAll(imported);
        OF_THE_SHELL.forEach(name -> {
            merged.remove(name);
            Optional.ofNullable(own.get(name)).ifPresent(value -> merged.put(name, value));
        });
        return merged;
    }

    private Map<String, String> ask(String way, long deadline) throws IOException, TimeoutException, InterruptedException {
        RunMark mark = new RunMark(UUID.randomUUID().toString(), 0, RUN);
        Process process = start(way, mark);
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("carillon-environment-out").start(() -> read(process.getInputStream(), mark.scheduler(), answer));
        boolean answered = false;
        try {
            String said = answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            answered = true;
            return variables(said);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } finally {
            // What a start-up file starts on purpose, an agent for instance, is left alone when all went well.
            if (!answered || !process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                ProcessTree.of(process, mark::isIn).kill();
            }
        }
    }

    private Process start(String way, RunMark mark) throws IOException {
        String between = "printf %s " + mark.scheduler();
        List<String> words = new ArrayList<>(CommandStart.newSession());
        words.addAll(List.of(shell.toString(), way, between + "; /usr/bin/env -0; " + between));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(Path.of(System.getProperty("user.home")).toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(own);
        mark.writeTo(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Does not wait for the stream's end, which something that the shell has started may hold open. */
    private static void read(InputStream in, String mark, CompletableFuture<String> answer) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        try (in) {
            for (int count = in.read(buffer); count >= 0 && said.size() < MOST_BYTES; count = in.read(buffer)) {
                said.write(buffer, 0, count);
                Optional<String> between = between(said.toString(StandardCharsets.ISO_8859_1), mark);
                if (between.isPresent()) {
                    answer.complete(between.get());
                    return;
                }
            }
            answer.completeExceptionally(new IOException("it does not say what its variables are"));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }

    private static Optional<String> between(String text, String mark) {
        int from = text.indexOf(mark);
        int to = text.lastIndexOf(mark);
        // What env(1) prints holds the mark as well, as the value of a variable.
        boolean ended = from >= 0 && to > from && (text.charAt(to - 1) == '\0' || to == from + mark.length());
        return ended ? Optional.of(text.substring(from + mark.length(), to)) : Optional.empty();
    }

    private static Map<String, String> variables(String text) throws IOException {
        Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        Map<String, String> variables = new HashMap<>();
        for (String variable : new String(text.getBytes(StandardCharsets.ISO_8859_1), charset).split("\0")) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                variables.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        if (variables.isEmpty()) {
            throw new IOException("it prints no variables");
        }
        return variables;
    }
}
