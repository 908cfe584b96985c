package org.carillon.control.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.carillon.engine.JobStatus;
import org.carillon.job.JobJson;
import org.carillon.message.Message;

/** {@code If-Match} and {@code If-None-Match} (RFC 9110, 13.1): a change is made only if the job is still what the client has seen. */
final class Precondition {
    private static final int TAG_BYTES = 12;

    private Precondition() {}

    /** The job's version: changes with its definition, not with its runs. */
    static String tag(JobStatus status) {
        try {
            String text = status.isBroken() ? "broken" : JobJson.writeJob(status.job());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param there the job as it is, null if there is none @throws ProblemException if it is not what was asked for */
    static void check(Request request, JobStatus there) {
        boolean asWanted = request.header("If-Match").map(wanted -> matches(wanted, there)).orElse(true)
                && request.header("If-None-Match").map(unwanted -> !matches(unwanted, there)).orElse(true);
        if (!asWanted) {
            throw ProblemException.of(Problem.Kind.CHANGED, Message.of("control.changed", request.path("job")));
        }
    }

    private static boolean matches(String tags, JobStatus there) {
        if (there == null) {
            return false;
        }
        return tags.strip().equals("*") || Arrays.stream(tags.split(",")).map(String::strip).anyMatch(tag(there)::equals);
    }
}
