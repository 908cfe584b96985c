package org.carillon.app;

import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.carillon.desktop.notification.DesktopNotifications;
import org.carillon.desktop.notification.NotificationException;
import org.carillon.desktop.sound.Bell;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.notify.Channel;
import org.carillon.notify.ChannelException;
import org.carillon.notify.Notice;
import org.carillon.notify.NoticeText;
import org.carillon.settings.NoticeSettings;

/** The channels that end at this desktop. */
final class DesktopChannels {
    private DesktopChannels() {}

    /** @param openLog gives what shows the log of a run; null where there is no window */
    static Channel notifications(DesktopNotifications desktop, Supplier<Language> language, Supplier<LongConsumer> openLog) {
        return new Channel() {
            @Override
            public String name() {
                return NoticeSettings.DESKTOP;
            }

            @Override
            public void send(Notice notice) throws ChannelException {
                NoticeText text = NoticeText.of(notice, language.get());
                LongConsumer open = openLog.get();
                boolean offers = notice.runId() != null && open != null;
                try {
                    desktop.show(text.title(), text.body(), notice.kind() == Notice.Kind.FAILED,
                            offers ? Message.of("notify.log").in(language.get()) : null, offers ? () -> open.accept(notice.runId()) : null);
                } catch (NotificationException e) {
                    throw new ChannelException(Message.of("notify.desktopFailed", e.getMessage()), e);
                }
            }
        };
    }

    static Channel bell() {
        return new Channel() {
            @Override
            public String name() {
                return NoticeSettings.SOUND;
            }

            @Override
            public void send(Notice notice) throws ChannelException {
                try {
                    Bell.ring();
                } catch (NotificationException e) {
                    throw new ChannelException(Message.of("notify.soundFailed", e.getMessage()), e);
                }
            }
        };
    }
}
