package org.carillon.ui.shell;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** Why a notice did not go out. */
final class NoticeFailure extends ExplainedException {
    NoticeFailure(Message why) {
        super(why);
    }
}
