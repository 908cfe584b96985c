package org.carillon.desktop.dbus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.desktop.tray.TrayItem;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The object on the bus that is the icon's menu. */
final class NotifierMenu implements DBusMenu, Properties {
    private MenuLines before;
    private MenuLines now;
    private long revision = 1;

    NotifierMenu(List<TrayItem> items) {
        now = new MenuLines(1, items);
        before = now;
    }

    /** @return the new revision */
    synchronized UInt32 show(List<TrayItem> items) {
        before = now;
        now = new MenuLines(before.nextId(), items);
        return new UInt32(++revision);
    }

    @Override
    public synchronized MenuLayoutReply<UInt32, MenuLayout> GetLayout(int parentId, int recursionDepth, List<String> propertyNames) {
        return new MenuLayoutReply<>(new UInt32(revision), now.layout(parentId, recursionDepth));
    }

    @Override
    public synchronized List<MenuItemProperties> GetGroupProperties(List<Integer> ids, List<String> propertyNames) {
        List<Integer> wanted = ids.isEmpty() ? now.ids() : ids.stream().filter(now::has).toList();
        return wanted.stream().map(id -> new MenuItemProperties(id, now.properties(id))).toList();
    }

    @Override
    public synchronized Variant<?> GetProperty(int id, String name) {
        return now.properties(id).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public void Event(int id, String eventId, Variant<?> data, UInt32 timestamp) {
        if (eventId.equals("clicked")) {
            action(id).ifPresent(Runnable::run);
        }
    }

    private synchronized Optional<Runnable> action(int id) {
        return now.action(id).or(() -> before.action(id));
    }

    @Override
    public List<Integer> EventGroup(List<MenuEvent> events) {
        events.forEach(event -> Event(event.id, event.eventId, event.data, event.timestamp));
        return events.stream().map(event -> event.id).filter(id -> !isThere(id)).toList();
    }

    private synchronized boolean isThere(int id) {
        return now.has(id) || before.has(id);
    }

    @Override
    public boolean AboutToShow(int id) {
        return false;
    }

    @Override
    public MenuLayoutReply<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids) {
        return new MenuLayoutReply<>(List.of(), ids.stream().filter(id -> !isThere(id)).toList());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A Get(String interfaceName, String property) {
        return (A) GetAll(interfaceName).get(property);
    }

    /** Nothing of it can be set. */
    @Override
    public <A> void Set(String interfaceName, String property, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return NAME.equals(interfaceName)
                ? Map.of("Version", new Variant<>(new UInt32(3)), "Status", new Variant<>("normal"),
                        "TextDirection", new Variant<>("ltr"), "IconThemePath", new Variant<>(List.of(), "as"))
                : Map.of();
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
