package org.carillon.desktop.dbus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.desktop.keyring.Keyring;
import org.carillon.desktop.keyring.KeyringException;
import org.carillon.message.Message;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

/**
 * The keyring of Linux desktops: the Secret Service on the session's bus, which nobody but the person can listen to, so that secrets go
 * over it as they are. One item for each directory, in the default collection; as text, which every keyring's own program can show.
 */
public final class SecretServiceKeyring implements Keyring {
    private final String address;

    /** @param address of the session's bus */
    public SecretServiceKeyring(String address) {
        this.address = address;
    }

    @Override
    public Optional<byte[]> find(Path directory) {
        return asked(service -> {
            Optional<DBusPath> item = item(service, directory);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            Secret secret = service.item(item.get()).GetSecret(service.session());
            return Optional.of(Base64.getDecoder().decode(new String(secret.value, StandardCharsets.US_ASCII)));
        });
    }

    @Override
    public void keep(Path directory, byte[] key) {
        asked(service -> {
            DBusPath collection = service.root().ReadAlias("default");
            if (isNothing(collection)) {
                throw new KeyringException(Message.of("desktop.keyring.noDefault"));
            }
            unlock(service, collection);
            Map<String, Variant<?>> properties = Map.of(SecretItem.INTERFACE + ".Label", new Variant<>("Carillon: " + directory),
                    SecretItem.INTERFACE + ".Attributes", new Variant<>(attributes(directory), "a{ss}"));
            byte[] text = Base64.getEncoder().encode(key);
            SecretReply<DBusPath, DBusPath> made = service.collection(collection)
                    .CreateItem(properties, new Secret(service.session(), new byte[0], text, "text/plain"), true);
            return withoutPrompt(made.second);
        });
    }

    @Override
    public void remove(Path directory) {
        asked(service -> {
            Optional<DBusPath> item = item(service, directory);
            return item.isPresent() && withoutPrompt(service.item(item.get()).Delete());
        });
    }

    private static Map<String, String> attributes(Path directory) {
        return Map.of("application", "carillon", "directory", directory.toString());
    }

    private static Optional<DBusPath> item(OpenSecretService service, Path directory) throws DBusException {
        SecretReply<List<DBusPath>, List<DBusPath>> found = service.root().SearchItems(attributes(directory));
        if (found.first.isEmpty() && !found.second.isEmpty()) {
            unlock(service, found.second.getFirst());
            return Optional.of(found.second.getFirst());
        }
        return found.first.stream().findFirst();
    }

    /** Some are unlocked without asking, as where a keyring has no password. */
    private static void unlock(OpenSecretService service, DBusPath locked) throws DBusException {
        withoutPrompt(service.root().Unlock(List.of(locked)).second);
    }

    private static boolean withoutPrompt(DBusPath prompt) {
        if (!isNothing(prompt)) {
            throw new KeyringException(Message.of("desktop.keyring.locked"));
        }
        return true;
    }

    private static boolean isNothing(DBusPath path) {
        return path.getPath().equals(SecretService.NOTHING);
    }

    /** Something to be done with an open keyring. */
    private interface Work<T> {
        T done(OpenSecretService service) throws DBusException;
    }

    private <T> T asked(Work<T> work) {
        try (DBusConnection connection = SessionBus.connect(address)) {
            return work.done(OpenSecretService.on(connection));
        } catch (IllegalArgumentException e) {
            throw new KeyringException(Message.of("desktop.keyring.foreign"), e);
        } catch (DBusException | DBusExecutionException | IOException e) {
            throw new KeyringException(Message.of("desktop.keyring.failed", String.valueOf(e.getMessage())), e);
        }
    }
}
