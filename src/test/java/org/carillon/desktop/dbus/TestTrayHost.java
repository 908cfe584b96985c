package org.carillon.desktop.dbus;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A watcher and host of icons that speaks over a connection of its own, as a panel does. */
final class TestTrayHost implements StatusNotifierWatcher, Properties, AutoCloseable {
    final List<String> registered = new CopyOnWriteArrayList<>();
    final List<String> signals = new CopyOnWriteArrayList<>();
    volatile boolean draws = true;
    private final DBusConnection connection;

    TestTrayHost(String address) throws DBusException {
        connection = SessionBus.connect(address);
        connection.exportObject(PATH, this);
        connection.addSigHandler(StatusNotifierItem.NewIcon.class, _ -> signals.add("NewIcon"));
        connection.addSigHandler(StatusNotifierItem.NewStatus.class, signal -> signals.add("NewStatus " + signal.status));
        connection.addSigHandler(StatusNotifierItem.NewTitle.class, _ -> signals.add("NewTitle"));
        connection.addSigHandler(DBusMenu.LayoutUpdated.class, signal -> signals.add("LayoutUpdated " + signal.revision));
        connection.requestBusName(NAME);
    }

    @Override
    public void RegisterStatusNotifierItem(String service) {
        registered.add(service);
    }

    void hostGoes() throws DBusException {
        draws = false;
        connection.sendMessage(new StatusNotifierHostUnregistered(PATH));
    }

    void hostComes() throws DBusException {
        draws = true;
        connection.sendMessage(new StatusNotifierHostRegistered(PATH));
    }

    Map<String, Variant<?>> item() throws DBusException {
        return connection.getRemoteObject(registered.getLast(), StatusNotifierItem.PATH, Properties.class).GetAll(StatusNotifierItem.NAME);
    }

    <T> T itemProperty(String name) throws DBusException {
        return connection.getRemoteObject(registered.getLast(), StatusNotifierItem.PATH, Properties.class).Get(StatusNotifierItem.NAME, name);
    }

    void activate() throws DBusException {
        connection.getRemoteObject(registered.getLast(), StatusNotifierItem.PATH, StatusNotifierItem.class).Activate(10, 10);
    }

    MenuLayout menu() throws DBusException {
        return remoteMenu().GetLayout(0, -1, List.of()).second;
    }

    void click(int id) throws DBusException {
        remoteMenu().Event(id, "clicked", new Variant<>(0), new UInt32(0));
    }

    DBusMenu remoteMenu() throws DBusException {
        return connection.getRemoteObject(registered.getLast(), DBusMenu.PATH, DBusMenu.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A Get(String interfaceName, String property) {
        return (A) GetAll(interfaceName).get(property);
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of("IsStatusNotifierHostRegistered", new Variant<>(draws));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
