package org.carillon.action.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.carillon.job.EmailAction;
import org.carillon.job.MailSecurity;

/** One e-mail on its way to its server. Can be broken off from another thread. */
public final class Mail {
    /** For how long a server may say nothing, in milliseconds. */
    private static final String PATIENCE = "60000";

    /** An e-mail that the server did not take, or a server that was not reached; the message says what is known. */
    public static final class NotSentException extends Exception {
        private static final long serialVersionUID = 1;

        NotSentException(MessagingException cause) {
            super(words(cause), cause);
        }

        private static String words(MessagingException failure) {
            Exception next = failure.getNextException();
            boolean vague = failure instanceof SendFailedException && next != null;
            return String.valueOf(vague ? next.getMessage() : failure.getMessage()).strip();
        }
    }

    private final EmailAction action;
    private final String password;
    private final KnownSockets sockets;

    /** @param password null for none */
    public Mail(EmailAction action, String password) {
        this.action = action;
        this.password = password;
        this.sockets = new KnownSockets(action.security() == MailSecurity.TLS ? SSLSocketFactory.getDefault() : SocketFactory.getDefault());
    }

    /** Sends it; returns when the server has taken it. @param now the date that it bears */
    public void send(Instant now) throws NotSentException {
        try {
            Transport.send(message(Session.getInstance(properties(), login()), now));
        } catch (MessagingException e) {
            throw new NotSentException(e);
        }
    }

    private MimeMessage message(Session session, Instant now) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(action.from()));
        for (String to : action.to()) {
            message.addRecipients(MimeMessage.RecipientType.TO, InternetAddress.parse(to));
        }
        for (String cc : action.cc()) {
            message.addRecipients(MimeMessage.RecipientType.CC, InternetAddress.parse(cc));
        }
        message.setSubject(action.subject(), StandardCharsets.UTF_8.name());
        message.setText(action.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        return message;
    }

    private Authenticator login() {
        return action.user() == null ? null : new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(action.user(), password == null ? "" : password);
            }
        };
    }

    private Properties properties() {
        boolean tls = action.security() == MailSecurity.TLS;
        boolean startTls = action.security() == MailSecurity.START_TLS;
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", action.host());
        properties.setProperty("mail.smtp.port", Integer.toString(action.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(action.user() != null));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put(tls ? "mail.smtp.ssl.socketFactory" : "mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    /** Cuts the connection. */
    public void breakOff() {
        sockets.cut();
    }
}
