package org.carillon.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a running instance listens: always on this machine alone.
 *
 * @param port    on 127.0.0.1
 * @param token   what every request must bring, 256 random bits in hexadecimal
 * @param process the instance's process id
 */
public record ControlAddress(int port, String token, long process) {
    /** The only address that is ever listened on. */
    public static final String HOST = "127.0.0.1";
    /** The header in which our own programs say from where they change jobs; others need not have it. */
    public static final String ORIGIN = "Carillon-Origin";

    private static final int TOKEN_BYTES = 32;
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d{1,5})");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    public ControlAddress {
        if (port < 1 || port > 65_535 || !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("Not an address of an instance");
        }
    }

    static ControlAddress of(String url, String token, long process) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an address of an instance");
        }
        return new ControlAddress(Integer.parseInt(matcher.group(1)), token, process);
    }

    /** Of this process, with a new token. */
    public static ControlAddress ofThisProcess(int port) {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ControlAddress(port, HexFormat.of().formatHex(bytes), ProcessHandle.current().pid());
    }

    public String url() {
        return "http://" + HOST + ":" + port;
    }

    /** The address without a look-up of names. */
    public static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    /** Without the token, which must not stand in a log. */
    @Override
    public String toString() {
        return url() + " of process " + process;
    }
}
