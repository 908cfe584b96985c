package org.carillon.job;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/**
 * Sends an e-mail through an SMTP server.
 *
 * @param host           the server
 * @param port           its port
 * @param security       how the way there is protected
 * @param user           whom to log in as; null for without a login
 * @param passwordSecret the name of the secret that holds the password; null for none
 * @param from           the sender, {@code a@example.org} or {@code Ann <a@example.org>}
 * @param to             who gets it, at least one
 * @param cc             who gets a copy
 * @param subject        one line
 * @param text           plain text
 */
public record EmailAction(String host, int port, MailSecurity security, String user, String passwordSecret, String from,
        List<String> to, List<String> cc, String subject, String text) implements Action {
    private static final Pattern ADDRESS = Pattern.compile("[^<>\\r\\n]*<[^\\s@<>]+@[^\\s@<>]+>|[^\\s@<>,]+@[^\\s@<>,]+");
    private static final int MOST_PORT = 65_535;

    public EmailAction {
        Objects.requireNonNull(security, "security");
        check(host != null && !host.isBlank() && host.chars().noneMatch(Character::isWhitespace), "host", Message.of("job.email.host"));
        check(port >= 1 && port <= MOST_PORT, "port", Message.of("job.email.port"));
        check(isAddress(String.valueOf(from)), "from", Message.of("job.email.address", String.valueOf(from)));
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        check(!to.isEmpty(), "to", Message.of("job.email.nobody"));
        to.forEach(each -> check(isAddress(each), "to", Message.of("job.email.address", each)));
        cc.forEach(each -> check(isAddress(each), "cc", Message.of("job.email.address", each)));
        subject = Objects.requireNonNullElse(subject, "");
        check(subject.indexOf('\n') < 0 && subject.indexOf('\r') < 0, "subject", Message.of("job.email.subject"));
        text = Objects.requireNonNullElse(text, "");
        user = user == null || user.isBlank() ? null : user;
        passwordSecret = SecretNames.check(passwordSecret, "passwordSecret");
    }

    private static void check(boolean holds, String field, Message otherwise) {
        if (!holds) {
            throw new FormatException(field, otherwise);
        }
    }

    /** Whether that can be an address, with or without a name in front. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text.strip()).matches();
    }

    @Override
    public String type() {
        return "email";
    }

    @Override
    public String summary() {
        return String.join(", ", to) + (subject.isEmpty() ? "" : ": " + subject);
    }
}
