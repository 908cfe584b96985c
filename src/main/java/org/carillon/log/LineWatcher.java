package org.carillon.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a pattern in the lines of one stream. Of a line longer than 64 KiB, only so much is looked at. Fed by one
 * thread, asked by any.
 */
public final class LineWatcher {
    private static final int MOST = 64 * 1024;

    private final Pattern pattern;
    private final Charset charset;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile String found;

    public LineWatcher(Pattern pattern, Charset charset) {
        this.pattern = pattern;
        this.charset = charset;
    }

    /** The first text that matched. */
    public Optional<String> found() {
        return Optional.ofNullable(found);
    }

    void feed(byte[] bytes, int count) {
        int from = 0;
        for (int i = 0; i < count && found == null; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, from, i);
                endLine();
                from = i + 1;
            }
        }
        keep(bytes, from, count);
    }

    /** The stream has ended; so has a line that had no end. */
    void end() {
        if (line.size() > 0 && found == null) {
            endLine();
        }
    }

    private void keep(byte[] bytes, int from, int to) {
        if (found == null) {
            line.write(bytes, from, Math.min(to - from, MOST - line.size()));
        }
    }

    private void endLine() {
        Matcher matcher = pattern.matcher(line.toString(charset).stripTrailing());
        if (matcher.find()) {
            found = matcher.group();
        }
        line.reset();
    }
}
