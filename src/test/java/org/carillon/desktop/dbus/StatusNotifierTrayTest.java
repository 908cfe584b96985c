package org.carillon.desktop.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.desktop.tray.Tray;
import org.carillon.desktop.tray.TrayContent;
import org.carillon.desktop.tray.TrayIcon;
import org.carillon.desktop.tray.TrayItem;
import org.carillon.desktop.Trays;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The icon on a real session bus, with a host in the place of the panel. */
class StatusNotifierTrayTest {
    private static final List<TrayIcon> ICONS = List.of(new TrayIcon(16, new int[256]));

    private final List<String> done = new CopyOnWriteArrayList<>();
    private PrivateBus bus;
    private Tray tray;

    @BeforeEach
    void open() throws IOException {
        bus = new PrivateBus();
        tray = Trays.ofDesktop("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", bus.address));
    }

    @AfterEach
    void close() {
        if (tray != null) {
            tray.close();
        }
        if (bus != null) {
            bus.close();
        }
    }

    @Test
    void itRegistersAndTellsWhatItIs() throws DBusException {
        try (TestTrayHost host = new TestTrayHost(bus.address)) {
            tray.show(content(ICONS, false, "Carillon: scheduling", "Open"));
            until(() -> tray.isShown());
            assertThat(host.registered).hasSize(1);
            assertThat(host.item().get("Title").getValue()).isEqualTo("Carillon: scheduling");
            assertThat(host.<Object>itemProperty("Status").toString()).contains("Active");
            assertThat(host.item().get("IconPixmap").getSig()).isEqualTo("a(iiay)");
            host.activate();
            until(() -> done.contains("activated"));
        }
    }

    @Test
    void itsMenuCanBeReadAndClicked() throws DBusException {
        try (TestTrayHost host = new TestTrayHost(bus.address)) {
            tray.show(content(ICONS, false, "Carillon", "Open"));
            until(() -> tray.isShown());
            MenuLayout menu = host.menu();
            assertThat(labels(menu)).containsExactly("Open", "nothing is planned", "null", "Run now");
            MenuLayout run = child(menu, 3);
            assertThat(run.properties.get("children-display").getValue()).isEqualTo("submenu");
            assertThat(labels(run)).containsExactly("nightly__backup");
            assertThat(host.remoteMenu().GetLayout(0, 1, List.of()).second.children).hasSize(4)
                    .allSatisfy(child -> assertThat(layout(child).children).isEmpty());
            assertThat(host.remoteMenu().GetGroupProperties(List.of(run.id), List.of())).singleElement()
                    .satisfies(properties -> assertThat(properties.properties.get("label").getValue()).isEqualTo("Run now"));
            host.click(child(run, 0).id);
            until(() -> done.contains("backup"));
        }
    }

    @Test
    void aClickOnAMenuThatWasJustReplacedDoesWhatWasToBeReadThere() throws DBusException {
        try (TestTrayHost host = new TestTrayHost(bus.address)) {
            tray.show(content(ICONS, false, "Carillon", "Open"));
            until(() -> tray.isShown());
            int old = child(host.menu(), 0).id;
            tray.show(content(ICONS, false, "Carillon", "Quit"));
            until(() -> labels(host.menu()).contains("Quit"));
            host.click(old);
            until(() -> done.contains("Open"));
            assertThat(done).doesNotContain("Quit");
        }
    }

    @Test
    void itTellsOnlyWhatHasChanged() throws DBusException {
        try (TestTrayHost host = new TestTrayHost(bus.address)) {
            tray.show(content(ICONS, false, "Carillon", "Open"));
            until(() -> tray.isShown());
            tray.show(content(ICONS, true, "Carillon", "Open"));
            until(() -> host.signals.contains("NewStatus NeedsAttention"));
            tray.show(content(List.of(new TrayIcon(1, new int[] {-1})), true, "Carillon: paused", "Open"));
            until(() -> host.signals.contains("NewTitle"));
            assertThat(host.signals).contains("NewIcon");
        }
    }

    @Test
    void itComesWhenThePanelDoesAndAgainWhenThatIsStartedAnew() throws DBusException {
        tray.show(content(ICONS, false, "Carillon", "Open"));
        for (int i = 0; i < 2; i++) {
            try (TestTrayHost host = new TestTrayHost(bus.address)) {
                until(() -> tray.isShown());
                assertThat(host.registered).hasSize(1);
                assertThat(host.item()).containsKey("Menu");
            }
            until(() -> !tray.isShown());
        }
    }

    @Test
    void aWatcherWithNobodyWhoDrawsIsNoTray() throws DBusException {
        try (TestTrayHost host = new TestTrayHost(bus.address)) {
            tray.show(content(ICONS, false, "Carillon", "Open"));
            until(() -> tray.isShown());
            host.hostGoes();
            until(() -> !tray.isShown());
            host.hostComes();
            until(() -> tray.isShown());
        }
    }

    @Test
    void whenTheBusDiesThereIsNoTray() throws DBusException {
        try (TestTrayHost host = new TestTrayHost(bus.address)) {
            tray.show(content(ICONS, false, "Carillon", "Open"));
            until(() -> tray.isShown() && !host.registered.isEmpty());
            bus.close();
            until(() -> !tray.isShown());
        }
    }

    @Test
    void aDesktopWithoutABusHasNoTray() {
        assertThat(Trays.ofDesktop("Linux", Map.of())).isSameAs(Tray.NONE);
        try (Tray deaf = Trays.ofDesktop("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"))) {
            deaf.show(content(ICONS, false, "Carillon", "Open"));
            assertThat(deaf.isShown()).isFalse();
        }
    }

    private TrayContent content(List<TrayIcon> icons, boolean attention, String title, String first) {
        List<TrayItem> menu = List.of(new TrayItem.Choice(first, () -> done.add(first)), new TrayItem.Line("nothing is planned"),
                new TrayItem.Separator(), new TrayItem.Submenu("Run now", List.of(new TrayItem.Choice("nightly_backup", () -> done.add("backup")))));
        return new TrayContent(icons, attention, title, menu, () -> done.add("activated"));
    }

    private static List<String> labels(MenuLayout menu) {
        return menu.children.stream().map(StatusNotifierTrayTest::layout)
                .map(line -> line.properties.containsKey("label") ? String.valueOf(line.properties.get("label").getValue()) : "null").toList();
    }

    private static MenuLayout child(MenuLayout menu, int index) {
        return layout(menu.children.get(index));
    }

    /** What is in a variant comes as bare values. */
    @SuppressWarnings("unchecked")
    private static MenuLayout layout(Object variant) {
        Object value = variant instanceof org.freedesktop.dbus.types.Variant<?> wrapped ? wrapped.getValue() : variant;
        if (value instanceof MenuLayout layout) {
            return layout;
        }
        Object[] parts = (Object[]) value;
        return new MenuLayout((Integer) parts[0], (Map<String, org.freedesktop.dbus.types.Variant<?>>) parts[1],
                (List<org.freedesktop.dbus.types.Variant<?>>) parts[2]);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10)).until(condition);
    }
}
