package org.carillon.desktop.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.desktop.notification.NotificationException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

/** Notifications on a real session bus, with a server in the place of the desktop's. */
class FreedesktopNotificationsTest {
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void aNotificationIsShownAndItsActionDoesSomething() throws Exception {
        try (PrivateBus bus = new PrivateBus();
                DBusConnection desktop = SessionBus.connect(bus.address);
                FreedesktopNotifications notifications = new FreedesktopNotifications(bus.address)) {
            desktop.exportObject(NotificationServer.PATH, new Server());
            desktop.requestBusName(NotificationServer.NAME);
            notifications.show("Backup failed", "a < b & c", true, "Show the log", () -> done.add("log"));
            assertThat(shown).containsExactly("Carillon|Backup failed|a &lt; b &amp; c|[default, Show the log, log, Show the log]|2");
            desktop.sendMessage(new NotificationServer.ActionInvoked(NotificationServer.PATH, new UInt32(7), "log"));
            await().atMost(Duration.ofSeconds(30)).until(() -> done.equals(List.of("log")));
            notifications.show("Backup works again", "", false, null, null);
            assertThat(shown.getLast()).isEqualTo("Carillon|Backup works again||[]|1");
        }
    }

    @Test
    void aDesktopThatShowsNoneIsAFailure() throws Exception {
        try (PrivateBus bus = new PrivateBus(); FreedesktopNotifications notifications = new FreedesktopNotifications(bus.address)) {
            assertThatThrownBy(() -> notifications.show("a", "b", false, null, null)).isInstanceOf(NotificationException.class);
        }
    }

    private final class Server implements NotificationServer {
        @Override
        public UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions,
                Map<String, Variant<?>> hints, int timeout) {
            shown.add(application + "|" + summary + "|" + body + "|" + actions + "|" + hints.get("urgency").getValue());
            return new UInt32(7);
        }

        @Override
        public List<String> GetCapabilities() {
            return List.of("body", "body-markup", "actions");
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }

        @Override
        public boolean isRemote() {
            return false;
        }
    }
}
