package org.carillon.job;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/**
 * Sends an HTTP request; what comes back is the run's output.
 *
 * @param method       GET, POST, …
 * @param url          where to, {@code http} or {@code https}; may name secrets
 * @param headers      in order
 * @param body         sent as UTF-8; empty for none
 * @param expectStatus the statuses that count as success; empty for 200 to 299
 */
public record HttpAction(String method, String url, Map<String, String> headers, String body, Set<Integer> expectStatus)
        implements Action {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** Those that HTTP itself sets (and that the JDK's client refuses). */
    private static final Set<String> NOT_OURS = Set.of("connection", "content-length", "expect", "host", "upgrade");

    public HttpAction {
        check(method != null && TOKEN.matcher(method).matches(), "method", Message.of("job.http.method", String.valueOf(method)));
        check(isUrl(url), "url", Message.of("job.http.url", String.valueOf(url)));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        headers.forEach((name, value) -> check(TOKEN.matcher(name).matches() && !NOT_OURS.contains(name.toLowerCase(Locale.ROOT))
                && value.chars().allMatch(sign -> sign == '\t' || sign >= ' ' && sign != 0x7F), "headers", Message.of("job.http.header", name)));
        body = Objects.requireNonNullElse(body, "");
        expectStatus = Collections.unmodifiableSet(new TreeSet<>(expectStatus));
        expectStatus.forEach(status -> check(status >= 100 && status <= 599, "expectStatus", Message.of("job.http.status", status)));
    }

    private static void check(boolean holds, String field, Message otherwise) {
        if (!holds) {
            throw new FormatException(field, otherwise);
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(SecretNames.replace(String.valueOf(text), name -> "secret"));
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** Whether that status counts as success. */
    public boolean expects(int status) {
        return expectStatus.isEmpty() ? status >= 200 && status <= 299 : expectStatus.contains(status);
    }

    @Override
    public String type() {
        return "http";
    }

    @Override
    public String summary() {
        return method + " " + url;
    }
}
