package org.carillon.action;

import org.carillon.job.Reason;
import org.carillon.message.Language;
import org.carillon.message.Message;

/**
 * How an action ended by itself.
 *
 * @param succeeded whether it counts as successful
 * @param exitCode  the exit code of its process, null where there is none
 * @param reason    why it failed, or what else is to be known; null for nothing
 */
public record ActionResult(boolean succeeded, Integer exitCode, Reason reason) {
    static final ActionResult DONE = new ActionResult(true, null, null);

    static ActionResult notStarted(Message why) {
        return new ActionResult(false, null, Reason.of(Reason.Cause.NOT_STARTED, why.in(Language.ENGLISH)));
    }
}
