package org.carillon.desktop.dbus;

import java.util.List;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A menu that another program draws, as the specification of com.canonical.dbusmenu has it. */
@DBusInterfaceName(DBusMenu.NAME)
public interface DBusMenu extends DBusInterface {
    String NAME = "com.canonical.dbusmenu";
    String PATH = "/StatusNotifierItem/Menu";

    /** @param recursionDepth how many levels below, -1 for all */
    MenuLayoutReply<UInt32, MenuLayout> GetLayout(int parentId, int recursionDepth, List<String> propertyNames);

    List<MenuItemProperties> GetGroupProperties(List<Integer> ids, List<String> propertyNames);

    Variant<?> GetProperty(int id, String name);

    /** @param eventId {@code clicked}, {@code opened}, {@code closed} or {@code hovered} */
    void Event(int id, String eventId, Variant<?> data, UInt32 timestamp);

    /** @return the ids that there are not */
    List<Integer> EventGroup(List<MenuEvent> events);

    /** @return whether the menu has to be asked for again */
    boolean AboutToShow(int id);

    /** @return which of them have to be asked for again, and the ids that there are not */
    MenuLayoutReply<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids);

    /** The menu has changed. */
    class LayoutUpdated extends DBusSignal {
        public final UInt32 revision;
        public final int parent;

        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
            this.revision = revision;
            this.parent = parent;
        }
    }
}
