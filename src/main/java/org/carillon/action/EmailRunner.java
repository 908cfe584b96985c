package org.carillon.action;

import java.time.Instant;
import java.util.function.Supplier;
import org.carillon.action.mail.Mail;
import org.carillon.job.EmailAction;
import org.carillon.job.Reason;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Sends an e-mail, and says so in the run's log. */
final class EmailRunner {
    private final Supplier<Instant> clock;

    /** @param clock gives what is printed its time, and the e-mail its date */
    EmailRunner(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** @param password null for none */
    ActionResult run(EmailAction action, String password, RunLogWriter log, StopSignal stop) {
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        Mail mail = new Mail(action, password);
        stop.attach(new StopSignal.Target() {
            @Override
            public void ask() {
                mail.breakOff();
            }

            @Override
            public void kill() {
                mail.breakOff();
            }
        });
        try {
            mail.send(clock.get());
            LogPrinter.of(LogStream.OUT, log, clock).println(
                    Message.of("action.email.sent", String.join(", ", action.to()), action.host()).in(Language.ENGLISH));
            return ActionResult.DONE;
        } catch (Mail.NotSentException e) {
            String words = Message.of("action.email.failed", action.host(), e.getMessage()).in(Language.ENGLISH);
            return stop.isAsked() ? ActionResult.DONE : new ActionResult(false, null, Reason.of(Reason.Cause.ERROR, words));
        } finally {
            stop.detach();
        }
    }
}
