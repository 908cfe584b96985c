package org.carillon.control.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import org.carillon.control.ControlAddress;
import org.carillon.job.JsonTimes;
import org.carillon.job.Origin;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** One request that was let in. For the thread that answers it alone. */
final class Request {
    /** More than any file of jobs that a person would import, and harmless to hold. */
    static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final Headers headers;
    private final InputStream body;
    private final Map<String, String> path;
    private final Map<String, List<String>> query;
    private final Language language;
    private final ZoneId zone;

    /** @param path the values of the parameters in the path */
    Request(HttpExchange exchange, Map<String, String> path, Set<String> knownQuery, ZoneId zone) {
        this.headers = exchange.getRequestHeaders();
        this.body = exchange.getRequestBody();
        this.path = path;
        this.query = Query.read(exchange.getRequestURI().getRawQuery(), knownQuery);
        this.language = language(headers);
        this.zone = zone;
    }

    /** English unless Chinese is asked for first. */
    static Language language(Headers headers) {
        String wanted = headers.getFirst("Accept-Language");
        return wanted != null && wanted.strip().startsWith("zh") ? Language.CHINESE : Language.ENGLISH;
    }

    Language language() {
        return language;
    }

    /** In which times are written, and read where they have no offset. */
    ZoneId zone() {
        return zone;
    }

    String path(String name) {
        return path.get(name);
    }

    /** The number of a run in the path; something else names no run. */
    long runId() {
        String text = path("run");
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.notFound(Message.of("control.noRun", text));
        }
        return Long.parseLong(text);
    }

    /** From where jobs are changed by it: another program, unless it says something else that is known. */
    static Origin origin(Headers headers) {
        String said = String.valueOf(headers.getFirst(ControlAddress.ORIGIN)).toUpperCase(Locale.ROOT);
        return Arrays.stream(Origin.values()).filter(origin -> origin.name().equals(said)).findFirst().orElse(Origin.API);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(List::getFirst);
    }

    /** All values of a parameter that may be given more than once. */
    List<String> queries(String name) {
        return query.getOrDefault(name, List.of());
    }

    boolean flag(String name) {
        return parsed(name, text -> switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        }).orElse(false);
    }

    int number(String name, int least, int most, int otherwise) {
        return parsed(name, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        }).orElse(otherwise);
    }

    Optional<Instant> time(String name) {
        return parsed(name, text -> JsonTimes.parse(text, zone));
    }

    Optional<Duration> duration(String name) {
        return parsed(name, Duration::parse);
    }

    <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return query(name).map(text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw ProblemException.wrongField(name, Message.of("control.parameter", text, name), e);
            }
        });
    }

    /** The whole body. @throws ProblemException if it is too large */
    byte[] bytes() throws IOException {
        checkLength();
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw ProblemException.tooLarge(LARGEST_BODY);
        }
        return bytes;
    }

    /** The whole body as text. @throws ProblemException if it is too large, or is not UTF-8 */
    String body() throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.wrongField("", Message.of("control.notUtf8"), e);
        }
    }

    /** Before anything of it is read. */
    private void checkLength() {
        String length = headers.getFirst("Content-Length");
        if (length != null && Long.parseLong(length) > LARGEST_BODY) {
            throw ProblemException.tooLarge(LARGEST_BODY);
        }
    }

    /** The parameters behind the question mark. */
    private static final class Query {
        private Query() {}

        static Map<String, List<String>> read(String raw, Set<String> known) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            if (raw == null || raw.isEmpty()) {
                return values;
            }
            for (String part : raw.split("&")) {
                String[] sides = part.split("=", 2);
                String name = decode(sides[0]);
                if (!known.contains(name)) {
                    throw ProblemException.wrongField(name,
                            Message.of("control.unknownParameter", name, String.join(", ", known)), null);
                }
                values.merge(name, List.of(sides.length == 2 ? decode(sides[1]) : ""),
                        (old, more) -> Stream.concat(old.stream(), more.stream()).toList());
            }
            return values;
        }

        private static String decode(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw ProblemException.wrongField("", Message.of("control.notEncoded", text), e);
            }
        }
    }
}
