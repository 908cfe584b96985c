package org.carillon.control.client;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.carillon.control.ControlAddress;
import org.carillon.control.ControlFile;
import org.carillon.control.HandedCommand;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DirectoryException;

/**
 * Hands a command line over to the running instance and copies what that prints: whoever calls it has loaded next to nothing, so that
 * the whole process takes hardly longer than Java itself. Uses nothing that would have to be loaded first, such as lambdas.
 */
public final class QuickCommand {
    /** It was not handed over: it has to be run here. */
    public static final int NOT_ANSWERED = -1;

    private static final String DATA = "--data";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FAILED = 1;

    private final DataDirectories directories;
    private final PrintStream out;
    private final PrintStream err;

    public QuickCommand(DataDirectories directories, PrintStream out, PrintStream err) {
        this.directories = directories;
        this.out = out;
        this.err = err;
    }

    /** @return its exit code, or {@link #NOT_ANSWERED} */
    public int run(String... arguments) {
        List<String> handed = new ArrayList<>();
        String data = split(arguments, handed);
        if (!HandedCommand.isOne(handed)) {
            return NOT_ANSWERED;
        }
        try {
            Optional<ControlAddress> address = new ControlFile(directories.choose(data).root()).read();
            return address.isPresent() ? hand(handed, address.get()) : NOT_ANSWERED;
        } catch (DirectoryException e) {
            // The command itself will say so, in the language that was chosen.
            return NOT_ANSWERED;
        }
    }

    private int hand(List<String> arguments, ControlAddress address) {
        HttpConnection connection;
        try {
            connection = new HttpConnection(address, Language.ofMachine());
        } catch (IOException e) {
            // It was killed, and its file is still there; or it has just ended.
            return NOT_ANSWERED;
        }
        try (connection) {
            return print(connection.ask("POST", "/v1/command", body(arguments).getBytes(StandardCharsets.UTF_8), PATIENCE));
        } catch (IOException e) {
            // Whether it was done is not known: doing it again could do it twice.
            err.println("carillon: " + Message.of("control.lost", Long.toString(address.process()), String.valueOf(e.getMessage()))
                    .in(Language.ofMachine()));
            return FAILED;
        }
    }

    private int print(HttpConnection.Answer answer) {
        String code = answer.headers().get("carillon-exit-code");
        String length = answer.headers().get("carillon-output-length");
        if (answer.status() != 200 || code == null || length == null) {
            // An instance of another version, or one that is ending.
            return NOT_ANSWERED;
        }
        int printed = Integer.parseInt(length);
        out.write(answer.body(), 0, printed);
        out.flush();
        err.write(answer.body(), printed, answer.body().length - printed);
        err.flush();
        return Integer.parseInt(code);
    }

    /** @param rest is given all but the data directory @return the data directory asked for, or null */
    private static String split(String[] arguments, List<String> rest) {
        String data = null;
        boolean ours = true;
        for (int i = 0; i < arguments.length; i++) {
            ours &= !arguments[i].equals("--");
            if (ours && arguments[i].equals(DATA) && i + 1 < arguments.length) {
                data = arguments[++i];
            } else if (ours && arguments[i].startsWith(DATA.concat("="))) {
                data = arguments[i].substring(DATA.length() + 1);
            } else {
                rest.add(arguments[i]);
            }
        }
        return data;
    }

    private String body(List<String> arguments) {
        StringBuilder body = new StringBuilder("{\"arguments\":[");
        for (int i = 0; i < arguments.size(); i++) {
            quote(arguments.get(i), body.append(i == 0 ? "" : ","));
        }
        String language = language();
        if (language != null) {
            quote(language, body.append("],\"language\":"));
        } else {
            body.append(']');
        }
        quote(TimeZone.getDefault().getID(), body.append(",\"zone\":"));
        quote(Path.of("").toAbsolutePath().toString(), body.append(",\"directory\":"));
        return body.append('}').toString();
    }

    /** What the variable says, if that is one of ours. */
    private String language() {
        String wanted = directories.environment().get("CARILLON_LANG");
        String code = wanted == null || wanted.length() < 2 ? "" : wanted.substring(0, 2);
        boolean whole = !code.isEmpty() && (wanted.length() == 2 || "-_.".indexOf(wanted.charAt(2)) >= 0);
        return whole && code.equalsIgnoreCase("zh") ? "zh" : whole && code.equalsIgnoreCase("en") ? "en" : null;
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next < ' ' || next == '"' || next == '\\') {
                json.append("\\u00").append(Character.forDigit(next >> 4, 16)).append(Character.forDigit(next & 15, 16));
            } else {
                json.append(next);
            }
        }
        json.append('"');
    }
}
