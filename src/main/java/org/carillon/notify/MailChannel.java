package org.carillon.notify;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.MailServer;
import org.carillon.settings.NoticeSettings;

/** Notices by e-mail, over SMTP. */
final class MailChannel implements Channel {
    /** For how long a server may say nothing, in milliseconds. */
    private static final String PATIENCE = "30000";

    private final MailServer server;
    private final Supplier<Language> language;

    MailChannel(MailServer server, Supplier<Language> language) {
        this.server = server;
        this.language = language;
    }

    @Override
    public String name() {
        return NoticeSettings.MAIL;
    }

    @Override
    public void send(Notice notice) throws ChannelException {
        NoticeText text = NoticeText.of(notice, language.get());
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(properties(), login()));
            mail.setFrom(new InternetAddress(server.from()));
            for (String to : server.to()) {
                mail.addRecipients(jakarta.mail.Message.RecipientType.TO, InternetAddress.parse(to));
            }
            mail.setSubject("Carillon: " + text.title(), StandardCharsets.UTF_8.name());
            mail.setText(text.body(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(notice.at()));
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new ChannelException(Message.of("notify.mailFailed", server.host(), Integer.toString(server.port()), words(e)), e);
        }
    }

    private static String words(MessagingException failure) {
        Exception cause = failure.getNextException();
        return String.valueOf((cause == null ? failure : cause).getMessage()).strip();
    }

    private Authenticator login() {
        return server.user() == null ? null : new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        };
    }

    private Properties properties() {
        String startTls = Boolean.toString(server.protection() == MailServer.Protection.START_TLS);
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.protection() == MailServer.Protection.TLS));
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
