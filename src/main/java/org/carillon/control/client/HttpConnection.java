package org.carillon.control.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.carillon.control.ControlAddress;
import org.carillon.engine.ChangeOrigin;
import org.carillon.message.Language;

/**
 * One connection to an instance, which speaks as much HTTP/1.1 as that needs. The JDK's client would take longer to load than the
 * whole of a command may take. For one thread at a time.
 */
final class HttpConnection implements AutoCloseable {
    /** An answer. @param headers by their names in small letters @param body as it came, chunks put together */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    private static final int CONNECT_MILLIS = 2_000;
    private static final int LARGEST_LINE = 16 * 1024;

    private final Socket socket;
    private final ControlAddress address;
    private final Language language;
    private final InputStream in;

    HttpConnection(ControlAddress address, Language language) throws IOException {
        this.address = address;
        this.language = language;
        this.socket = new Socket();
        boolean connected = false;
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(ControlAddress.loopback(), address.port()), CONNECT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
            connected = true;
        } finally {
            if (!connected) {
                socket.close();
            }
        }
    }

    /** Asks, and waits for the whole answer. @param body null for none @param patience how long to wait for the next byte */
    Answer ask(String method, String path, byte[] body, Duration patience) throws IOException {
        send(method, path, body, patience);
        Head head = readHead();
        return new Answer(head.status, head.headers, head.status == 204 ? new byte[0] : head.chunked ? new Chunks(in).readAllBytes() : readFully(head.length));
    }

    /** Asks for something that has no end. @return its bytes */
    InputStream open(String path, Duration patience) throws IOException {
        send("GET", path, null, patience);
        Head head = readHead();
        if (head.status != 200 || !head.chunked) {
            throw new IOException("Status " + head.status);
        }
        return new Chunks(in);
    }

    private void send(String method, String path, byte[] body, Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + ControlAddress.HOST + ":" + address.port()
                + "\r\nAuthorization: Bearer " + address.token()
                + "\r\nAccept-Language: " + language.locale().getLanguage()
                + "\r\n" + ControlAddress.ORIGIN + ": " + ChangeOrigin.current().name().toLowerCase(Locale.ROOT)
                + (body == null ? "" : "\r\nContent-Type: application/json\r\nContent-Length: " + body.length) + "\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + (body == null ? 0 : body.length)];
        System.arraycopy(first, 0, all, 0, first.length);
        if (body != null) {
            System.arraycopy(body, 0, all, first.length, body.length);
        }
        socket.getOutputStream().write(all);
    }

    private record Head(int status, int length, boolean chunked, Map<String, String> headers) {}

    private Head readHead() throws IOException {
        String[] first = readLine(in).split(" ", 3);
        if (first.length < 2 || !first[0].equals("HTTP/1.1")) {
            throw new IOException("Not an answer in HTTP/1.1");
        }
        int length = 0;
        boolean chunked = false;
        Map<String, String> headers = new HashMap<>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            headers.put(name, value);
            if (name.equals("content-length")) {
                length = Integer.parseInt(value);
            } else if (name.equals("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            }
        }
        return new Head(Integer.parseInt(first[1]), length, chunked, headers);
    }

    private byte[] readFully(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ends too early");
        }
        return bytes;
    }

    static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LARGEST_LINE) {
                throw new EOFException("The answer ends too early");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
