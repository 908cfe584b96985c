package org.carillon.desktop.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.carillon.desktop.Keyrings;
import org.carillon.desktop.keyring.Keyring;
import org.carillon.desktop.keyring.KeyringException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keyring on a real session bus, with a small Secret Service on it. */
class SecretServiceKeyringTest {
    private static final Path HOME = Path.of("/home/ana/.local/share/carillon");
    private static final Path OTHER = Path.of("/srv/Jobs für Ana");
    private static final byte[] KEY = {0, 1, -1, 127, -128, 10};
    private static final byte[] ANOTHER = {5};

    private PrivateBus bus;
    private TestSecretService service;
    private Keyring keyring;

    @BeforeEach
    void open() throws IOException, DBusException {
        bus = new PrivateBus();
        service = new TestSecretService(bus.address);
        keyring = Keyrings.ofDesktop("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", bus.address));
    }

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
        if (bus != null) {
            bus.close();
        }
    }

    @Test
    void eachDirectoryHasOneItemInTheDefaultCollection() {
        keyring.keep(HOME, ANOTHER);
        keyring.keep(HOME, KEY);
        keyring.keep(OTHER, ANOTHER);

        assertThat(keyring.find(HOME)).contains(KEY);
        assertThat(keyring.find(OTHER)).contains(ANOTHER);
        assertThat(service.items.values()).extracting(item -> item.attributes).containsExactlyInAnyOrder(
                Map.of("application", "carillon", "directory", HOME.toString()), Map.of("application", "carillon", "directory", OTHER.toString()));
        assertThat(service.items.values()).anySatisfy(item -> {
            assertThat(item.label).isEqualTo("Carillon: " + HOME);
            assertThat(item.text).isEqualTo(Base64.getEncoder().encodeToString(KEY));
        });
    }

    @Test
    void whatIsRemovedIsGoneAndRemovingNothingDoesNothing() {
        keyring.keep(HOME, KEY);
        keyring.keep(OTHER, ANOTHER);
        keyring.remove(HOME);
        keyring.remove(HOME);

        assertThat(keyring.find(HOME)).isEmpty();
        assertThat(keyring.find(OTHER)).contains(ANOTHER);
    }

    @Test
    void nobodyIsAskedToUnlockIt() {
        keyring.keep(HOME, KEY);
        service.locked = true;

        assertThatThrownBy(() -> keyring.find(HOME)).isInstanceOf(KeyringException.class).hasMessageContaining("locked");
        assertThatThrownBy(() -> keyring.keep(HOME, ANOTHER)).isInstanceOf(KeyringException.class).hasMessageContaining("locked");
        assertThatThrownBy(() -> keyring.remove(HOME)).isInstanceOf(KeyringException.class).hasMessageContaining("locked");
    }

    @Test
    void oneThatUnlocksWithoutAskingIsUnlocked() {
        keyring.keep(HOME, KEY);
        service.locked = true;
        service.asksToUnlock = false;

        assertThat(keyring.find(HOME)).contains(KEY);
    }

    @Test
    void withoutADefaultCollectionNothingIsKept() {
        service.hasDefault = false;

        assertThatThrownBy(() -> keyring.keep(HOME, KEY)).isInstanceOf(KeyringException.class).hasMessageContaining("default collection");
    }

    @Test
    void aBusWithoutOneAndNoBusAtAllAreToldAsSuch() {
        service.close();
        assertThatThrownBy(() -> keyring.find(HOME)).isInstanceOf(KeyringException.class).hasMessageContaining(SecretService.NAME);
        bus.close();
        assertThatThrownBy(() -> keyring.find(HOME)).isInstanceOf(KeyringException.class);
        assertThatThrownBy(() -> Keyrings.ofDesktop("Linux", Map.of()).find(HOME)).isInstanceOf(KeyringException.class).hasMessageContaining("no bus");
    }
}
