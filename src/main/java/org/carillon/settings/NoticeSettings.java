package org.carillon.settings;

import java.util.List;
import java.util.Objects;
import org.carillon.job.NotifyRule;

/**
 * Who is told of runs.
 *
 * @param rule     for jobs that have none of their own
 * @param desktop  whether the desktop shows notices
 * @param sound    whether a bell rings
 * @param mail     by e-mail
 * @param webhooks to other programs
 */
public record NoticeSettings(NotifyRule rule, boolean desktop, boolean sound, MailServer mail, List<Webhook> webhooks) {
    /** How rules name the channels that there is one of. */
    public static final String DESKTOP = "desktop";
    public static final String SOUND = "sound";
    public static final String MAIL = "email";

    public static final NoticeSettings USUAL = new NoticeSettings(NotifyRule.USUAL, true, false, MailServer.NONE, List.of());

    public NoticeSettings {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(mail, "mail");
        webhooks = List.copyOf(webhooks);
    }
}
