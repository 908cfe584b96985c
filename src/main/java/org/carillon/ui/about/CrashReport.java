package org.carillon.ui.about;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A mistake in the program itself, for those who mend it.
 *
 * @param code the same for the same mistake, whatever it said: people can compare and search it
 * @param text all that is known
 */
record CrashReport(String code, String text) {
    private static final int FRAMES = 3;

    static CrashReport of(Throwable mistake, String thread, ProgramFacts program, Instant when) {
        String code = code(mistake);
        StringWriter trace = new StringWriter();
        mistake.printStackTrace(new PrintWriter(trace));
        return new CrashReport(code, code + "\n" + when + ", thread " + thread + "\n" + program.text() + "\n" + trace.toString().replace("\r", ""));
    }

    private static String code(Throwable mistake) {
        Throwable cause = mistake;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String where = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.carillon."))
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "C-%06X", (cause.getClass().getName() + " " + where).hashCode() & 0xFFFFFF);
    }
}
