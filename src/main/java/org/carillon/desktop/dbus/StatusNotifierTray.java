package org.carillon.desktop.dbus;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.carillon.desktop.tray.Tray;
import org.carillon.desktop.tray.TrayContent;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.errors.UnknownInterface;
import org.freedesktop.dbus.errors.UnknownMethod;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tray of Linux desktops: a StatusNotifierItem with a menu over com.canonical.dbusmenu. Registers with the watcher as often as
 * one comes: the panel that it belongs to may start after the program, or be started anew. One thread speaks on the bus.
 */
public final class StatusNotifierTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(StatusNotifierTray.class);

    private final String address;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("carillon-tray").daemon().factory());
    private volatile DBusConnection connection;
    private NotifierItem item;
    private NotifierMenu menu;
    private TrayContent content;
    private String watcher = "";
    private boolean registered;
    private volatile boolean shown;

    private StatusNotifierTray(String address) {
        this.address = address;
    }

    /** @param address of the session's bus; one that does not answer is a desktop without a tray */
    public static StatusNotifierTray open(String address) {
        return new StatusNotifierTray(address);
    }

    @Override
    public void show(TrayContent now) {
        later(() -> {
            if (item == null) {
                content = now;
                connect();
            } else if (connection.isConnected()) {
                change(now);
            }
        });
    }

    private void connect() throws DBusException {
        item = new NotifierItem(content);
        menu = new NotifierMenu(content.menu());
        connection = SessionBus.connect(address);
        connection.exportObject(StatusNotifierItem.PATH, item);
        connection.exportObject(DBusMenu.PATH, menu);
        connection.addSigHandler(DBus.NameOwnerChanged.class, changed -> {
            if (changed.name.equals(StatusNotifierWatcher.NAME)) {
                later(() -> watcherIs(changed.newOwner));
            }
        });
        connection.addSigHandler(StatusNotifierWatcher.StatusNotifierHostRegistered.class, _ -> later(this::look));
        connection.addSigHandler(StatusNotifierWatcher.StatusNotifierHostUnregistered.class, _ -> later(this::look));
        DBus bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        if (bus.NameHasOwner(StatusNotifierWatcher.NAME)) {
            watcherIs(bus.GetNameOwner(StatusNotifierWatcher.NAME));
        }
    }

    /** @param owner its connection, empty if there is none */
    private void watcherIs(String owner) throws DBusException {
        if (owner.equals(watcher)) {
            return;
        }
        watcher = owner;
        registered = false;
        if (!owner.isEmpty()) {
            connection.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                    .RegisterStatusNotifierItem(connection.getUniqueName());
            registered = true;
        }
        look();
    }

    /** A watcher alone draws nothing. One that cannot tell whether anybody does is believed to. */
    private void look() {
        boolean seen = registered;
        if (registered) {
            try {
                Object drawn = connection.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, Properties.class)
                        .Get(StatusNotifierWatcher.NAME, "IsStatusNotifierHostRegistered");
                seen = !Boolean.FALSE.equals(drawn instanceof Variant<?> variant ? variant.getValue() : drawn);
            } catch (UnknownProperty | UnknownMethod | UnknownInterface e) {
                LOG.debug("The tray does not say whether anybody draws it", e);
            } catch (DBusException | DBusExecutionException e) {
                LOG.info("The tray does not answer: {}", e.getMessage());
                seen = false;
            }
        }
        shown = seen;
    }

    private void change(TrayContent now) throws DBusException {
        TrayContent old = content;
        content = now;
        item.show(now);
        if (!old.icons().equals(now.icons())) {
            send(new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
            send(new StatusNotifierItem.NewAttentionIcon(StatusNotifierItem.PATH));
        }
        if (old.attention() != now.attention()) {
            send(new StatusNotifierItem.NewStatus(StatusNotifierItem.PATH, item.status()));
        }
        if (!Objects.equals(old.title(), now.title())) {
            send(new StatusNotifierItem.NewTitle(StatusNotifierItem.PATH));
            send(new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
        }
        if (!old.menu().equals(now.menu())) {
            UInt32 revision = menu.show(now.menu());
            send(new DBusMenu.LayoutUpdated(DBusMenu.PATH, revision, 0));
        }
    }

    private void send(DBusSignal signal) {
        connection.sendMessage(signal);
    }

    @Override
    public boolean isShown() {
        DBusConnection now = connection;
        return shown && now != null && now.isConnected();
    }

    /** Something to be done on the bus. */
    private interface Work {
        void run() throws DBusException;
    }

    private void later(Work work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (DBusException | DBusExecutionException e) {
                    shown = false;
                    LOG.info("The desktop shows no icon: {}", e.getMessage());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The icon is gone already", e);
        }
    }

    @Override
    public void close() {
        later(() -> {
            shown = false;
            if (connection != null) {
                connection.disconnect();
            }
        });
        thread.shutdown();
    }
}
