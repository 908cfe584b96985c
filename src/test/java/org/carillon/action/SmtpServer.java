package org.carillon.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes one mail after the other, and keeps what it was told. */
final class SmtpServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final StringBuffer text = new StringBuffer();
    private final Thread thread = Thread.ofPlatform().daemon().name("smtp").unstarted(this::serve);
    private volatile String refusal;
    private volatile String password;

    SmtpServer() throws IOException {
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    String text() {
        return text.toString();
    }

    String password() {
        return password;
    }

    /** What it answers to every recipient. */
    void refuse(String answer) {
        refusal = answer;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 ready");
        for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
            commands.add(line);
            say(out, answer(line, in, out));
        }
    }

    private String answer(String line, BufferedReader in, OutputStream out) throws IOException {
        String verb = line.split("[ :]")[0];
        return switch (verb) {
            case "EHLO" -> "250-hello\r\n250 AUTH PLAIN";
            case "AUTH" -> {
                String given = line.substring(line.lastIndexOf(' ') + 1);
                if (given.equals("PLAIN")) {
                    say(out, "334 ");
                    given = in.readLine();
                }
                password = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8).split("\0")[2];
                yield "235 welcome";
            }
            case "RCPT" -> refusal == null ? "250 fine" : refusal;
            case "DATA" -> {
                say(out, "354 go on");
                for (String each = in.readLine(); !each.equals("."); each = in.readLine()) {
                    text.append(each).append('\n');
                }
                yield "250 taken";
            }
            default -> "250 fine";
        };
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
