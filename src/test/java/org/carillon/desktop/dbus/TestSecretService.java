package org.carillon.desktop.dbus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/** A small Secret Service that speaks over a connection of its own, with one collection. */
final class TestSecretService implements SecretService, AutoCloseable {
    private static final String COLLECTION = "/org/freedesktop/secrets/collection/login";
    private static final DBusPath NONE = new DBusPath(NOTHING);

    /** What it holds, by path. */
    final Map<String, Item> items = new ConcurrentHashMap<>();
    volatile boolean locked;
    volatile boolean asksToUnlock = true;
    volatile boolean hasDefault = true;
    private final DBusConnection connection;
    private int made;

    TestSecretService(String address) throws DBusException {
        connection = SessionBus.connect(address);
        connection.exportObject(PATH, this);
        connection.exportObject(COLLECTION, new Collection());
        connection.requestBusName(NAME);
    }

    @Override
    public SecretReply<Variant<?>, DBusPath> OpenSession(String algorithm, Variant<?> input) {
        if (!algorithm.equals("plain")) {
            throw new org.freedesktop.dbus.errors.NotSupported(algorithm);
        }
        return new SecretReply<>(new Variant<>(""), new DBusPath("/org/freedesktop/secrets/session/1"));
    }

    @Override
    public SecretReply<List<DBusPath>, List<DBusPath>> SearchItems(Map<String, String> attributes) {
        List<DBusPath> found = new ArrayList<>();
        items.forEach((path, item) -> {
            if (item.attributes.entrySet().containsAll(attributes.entrySet())) {
                found.add(new DBusPath(path));
            }
        });
        return locked ? new SecretReply<>(List.of(), found) : new SecretReply<>(found, List.of());
    }

    @Override
    public SecretReply<List<DBusPath>, DBusPath> Unlock(List<DBusPath> objects) {
        if (locked && asksToUnlock) {
            return new SecretReply<>(List.of(), new DBusPath("/org/freedesktop/secrets/prompt/1"));
        }
        locked = false;
        return new SecretReply<>(objects, NONE);
    }

    @Override
    public DBusPath ReadAlias(String name) {
        return hasDefault && name.equals("default") ? new DBusPath(COLLECTION) : NONE;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private final class Collection implements SecretCollection {
        @Override
        @SuppressWarnings("unchecked")
        public SecretReply<DBusPath, DBusPath> CreateItem(Map<String, Variant<?>> properties, Secret secret, boolean replace) {
            Map<String, String> attributes = (Map<String, String>) properties.get("org.freedesktop.Secret.Item.Attributes").getValue();
            String label = (String) properties.get("org.freedesktop.Secret.Item.Label").getValue();
            if (replace) {
                List.copyOf(items.values()).stream().filter(item -> item.attributes.equals(attributes)).forEach(Item::Delete);
            }
            Item item = new Item(COLLECTION + "/" + ++made, label, attributes, secret.value);
            items.put(item.path, item);
            try {
                connection.exportObject(item.path, item);
            } catch (DBusException e) {
                throw new AssertionError(e);
            }
            return new SecretReply<>(new DBusPath(item.path), NONE);
        }

        @Override
        public String getObjectPath() {
            return COLLECTION;
        }
    }

    /** What the collection holds. */
    final class Item implements SecretItem {
        final String label;
        final Map<String, String> attributes;
        final String text;
        private final String path;

        Item(String path, String label, Map<String, String> attributes, byte[] value) {
            this.path = path;
            this.label = label;
            this.attributes = Map.copyOf(attributes);
            this.text = new String(value, StandardCharsets.UTF_8);
        }

        @Override
        public Secret GetSecret(DBusPath session) {
            return new Secret(session, new byte[0], text.getBytes(StandardCharsets.UTF_8), "text/plain");
        }

        @Override
        public DBusPath Delete() {
            items.remove(path);
            connection.unExportObject(path);
            return NONE;
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }
}
