package org.carillon.notify;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.carillon.message.Language;
import org.carillon.settings.NoticeSettings;

/**
 * Makes the channels that the settings name.
 *
 * @param desktop  shows notices on the desktop
 * @param sound    rings the bell
 * @param language that of the notices, asked for each
 * @param client   for webhooks; asked for when there is one
 */
public record Channels(Channel desktop, Channel sound, Supplier<Language> language, Supplier<HttpClient> client) {
    /** Those that are switched on. */
    List<Channel> on(NoticeSettings settings) {
        List<Channel> channels = new ArrayList<>();
        if (settings.desktop()) {
            channels.add(desktop);
        }
        if (settings.sound()) {
            channels.add(sound);
        }
        if (settings.mail().on()) {
            channels.add(new MailChannel(settings.mail(), language));
        }
        settings.webhooks().stream().filter(hook -> hook.on()).forEach(hook -> channels.add(new WebhookChannel(hook, language, client)));
        return channels;
    }

    /** All of them, also those that are switched off. */
    List<Channel> all(NoticeSettings settings) {
        List<Channel> channels = new ArrayList<>(List.of(desktop, sound, new MailChannel(settings.mail(), language)));
        settings.webhooks().forEach(hook -> channels.add(new WebhookChannel(hook, language, client)));
        return channels;
    }
}
