package org.carillon.control.server;

import java.util.Locale;
import org.carillon.control.RemoteProblem;
import org.carillon.engine.EnvironmentException;
import org.carillon.engine.NoSuchException;
import org.carillon.job.FormatException;
import org.carillon.message.ExplainedException;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.store.ConflictException;
import org.carillon.store.StoreException;
import org.carillon.trigger.TriggerException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wrong with a request, as RFC 9457 has it: {@code type}, {@code title}, {@code status}, {@code detail}; and, where one is to
 * blame, the {@code field} with the {@code position} in its text.
 */
record Problem(Kind kind, String field, Message detail, int[] position) {
    /** The kinds of problems. The type is public; clients compare it. */
    enum Kind {
        INVALID(400, "Bad Request"),
        SUSPICIOUS(400, "Bad Request"),
        UNAUTHORIZED(401, "Unauthorized"),
        CROSS_SITE(403, "Forbidden"),
        NOT_FOUND(404, "Not Found"),
        METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
        CONFLICT(409, "Conflict"),
        CHANGED(412, "Precondition Failed"),
        TOO_LARGE(413, "Content Too Large"),
        WRONG_RANGE(416, "Range Not Satisfiable"),
        WRONG_HOST(421, "Misdirected Request"),
        BROKEN(500, "Internal Server Error"),
        BUSY(503, "Service Unavailable"),
        STORE_FAILED(503, "Service Unavailable");

        final int status;
        final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        String type() {
            return RemoteProblem.TYPE_PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Problem of(ExplainedException failure) {
        return switch (failure) {
            case ProblemException problem -> new Problem(problem.kind(), problem.field(), problem.explanation(), null);
            case FormatException format -> new Problem(Kind.INVALID, place(format), format.plainExplanation(), position(format.getCause()));
            case TriggerException trigger -> new Problem(Kind.INVALID, trigger.field(), trigger.explanation(), position(trigger));
            case NoSuchException missing when missing.field() != null ->
                    new Problem(Kind.INVALID, missing.field(), missing.explanation(), null);
            case NoSuchException missing -> new Problem(Kind.NOT_FOUND, null, missing.explanation(), null);
            case ConflictException conflict -> new Problem(Kind.CONFLICT, "id", conflict.explanation(), null);
            case StoreException store -> new Problem(Kind.STORE_FAILED, null, store.explanation(), null);
            case EnvironmentException environment -> new Problem(Kind.BROKEN, null, environment.explanation(), null);
            default -> new Problem(Kind.INVALID, null, failure.explanation(), null);
        };
    }

    /** Down to the part of a schedule that is wrong. */
    private static String place(FormatException format) {
        return format.getCause() instanceof TriggerException trigger && trigger.field() != null
                ? format.place() + "." + trigger.field()
                : format.place();
    }

    private static int[] position(Throwable cause) {
        return cause instanceof TriggerException trigger && trigger.hasPosition()
                ? new int[] {trigger.expressionFrom(), trigger.expressionTo()}
                : null;
    }

    ObjectNode json(Language language) {
        ObjectNode node = JsonNodeFactory.instance.objectNode()
                .put("type", kind.type()).put("title", kind.title).put("status", kind.status).put("detail", detail.in(language));
        if (field != null && !field.isEmpty()) {
            node.put("field", field);
        }
        if (position != null) {
            node.putArray("position").add(position[0]).add(position[1]);
        }
        return node;
    }
}
