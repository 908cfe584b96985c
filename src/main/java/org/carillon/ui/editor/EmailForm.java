package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.EmailAction;
import org.carillon.job.MailSecurity;
import org.carillon.message.Message;

/** The e-mail that a job sends, and through which server. */
final class EmailForm extends WorkForm {
    private static final int MOST_PORT = 65_535;

    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty(String.valueOf(MailSecurity.START_TLS.port()));
    private final ObjectProperty<MailSecurity> security = new SimpleObjectProperty<>(MailSecurity.START_TLS);
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty passwordSecret = new SimpleStringProperty("");
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty cc = new SimpleStringProperty("");
    private final StringProperty subject = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");

    EmailForm() {
        observe(host, port, security, user, passwordSecret, from, to, cc, subject, text);
        security.addListener((value, before, now) -> {
            if (port.get().strip().equals(String.valueOf(before.port()))) {
                port.set(String.valueOf(now.port()));
            }
        });
    }

    StringProperty host() {
        return host;
    }

    /** A number; follows the security as long as it is the usual one. */
    StringProperty port() {
        return port;
    }

    ObjectProperty<MailSecurity> security() {
        return security;
    }

    /** Empty for no login. */
    StringProperty user() {
        return user;
    }

    /** The name of a secret; empty for none. */
    StringProperty passwordSecret() {
        return passwordSecret;
    }

    StringProperty from() {
        return from;
    }

    /** With commas between them. */
    StringProperty to() {
        return to;
    }

    /** With commas between them; empty for nobody. */
    StringProperty cc() {
        return cc;
    }

    StringProperty subject() {
        return subject;
    }

    StringProperty text() {
        return text;
    }

    void show(EmailAction action) {
        host.set(action.host());
        security.set(action.security());
        port.set(String.valueOf(action.port()));
        user.set(action.user() == null ? "" : action.user());
        passwordSecret.set(action.passwordSecret() == null ? "" : action.passwordSecret());
        from.set(action.from());
        to.set(String.join(", ", action.to()));
        cc.set(String.join(", ", action.cc()));
        subject.set(action.subject());
        text.set(action.text());
    }

    @Override
    EmailAction action() {
        String secret = passwordSecret.get().strip();
        return new EmailAction(host.get().strip(), portNumber().orElseThrow(), security.get(), user.get().strip(),
                secret.isEmpty() ? null : secret, from.get().strip(), addresses(to.get()), addresses(cc.get()), subject.get(), text.get());
    }

    private static List<String> addresses(String text) {
        return Arrays.stream(text.split("[,，;；\\n]")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private Optional<Integer> portNumber() {
        return port.get().strip().matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(port.get().strip())).filter(number -> number >= 1 && number <= MOST_PORT)
                : Optional.empty();
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (host.get().isBlank()) {
            problems.add(Problem.missing(Field.MAIL_SERVER, Message.of("job.email.host")));
        } else if (host.get().strip().chars().anyMatch(Character::isWhitespace)) {
            problems.add(Problem.wrong(Field.MAIL_SERVER, Message.of("job.email.host")));
        }
        if (portNumber().isEmpty()) {
            problems.add(Problem.wrong(Field.MAIL_PORT, Message.of("job.email.port")));
        }
        problems.addAll(SqlForm.ofSecret(Field.MAIL_PASSWORD, passwordSecret.get().strip()));
        if (from.get().isBlank()) {
            problems.add(Problem.missing(Field.MAIL_FROM, Message.of("ui.editor.email.from.missing")));
        } else {
            ofAddress(Field.MAIL_FROM, List.of(from.get())).ifPresent(problems::add);
        }
        if (addresses(to.get()).isEmpty()) {
            problems.add(Problem.missing(Field.MAIL_TO, Message.of("job.email.nobody")));
        }
        ofAddress(Field.MAIL_TO, addresses(to.get())).ifPresent(problems::add);
        ofAddress(Field.MAIL_CC, addresses(cc.get())).ifPresent(problems::add);
        return problems;
    }

    /** One that is being typed is not wrong yet. */
    private static Optional<Problem> ofAddress(Field field, List<String> addresses) {
        return addresses.stream().filter(each -> !EmailAction.isAddress(each)).findFirst()
                .map(each -> Problem.missing(field, Message.of("job.email.address", each)));
    }
}
