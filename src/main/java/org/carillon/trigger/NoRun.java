package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.carillon.message.Message;

/**
 * Why a trigger has no next run.
 *
 * @param kind why
 * @param at   for {@link Kind#NO_MORE} the last run, for {@link Kind#NONE_BEFORE} up to when that is certain; else null
 * @param zone the trigger's
 */
public record NoRun(Kind kind, Instant at, ZoneId zone) {
    /** Why there is none. */
    public enum Kind {
        /** It never runs, and never did. */
        NEVER,
        /** It ran before, but never will again. */
        NO_MORE,
        /** None was found; whether there is one later is not known. */
        NONE_BEFORE,
        /** It runs when the scheduler starts, and at no time. */
        AT_START
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** In words. */
    public Message message() {
        return switch (kind) {
            case NEVER -> Message.of("trigger.none.never");
            case AT_START -> Message.of("trigger.none.atStart");
            case NO_MORE -> Message.of("trigger.none.noMore", TIME.format(at.atZone(zone)));
            case NONE_BEFORE -> Message.of("trigger.none.before", TIME.format(at.atZone(zone)));
        };
    }
}
