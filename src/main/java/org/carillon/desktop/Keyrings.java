package org.carillon.desktop;

import java.util.Map;
import org.carillon.desktop.dbus.SecretServiceKeyring;
import org.carillon.desktop.dbus.SessionBus;
import org.carillon.desktop.keyring.Keyring;
import org.carillon.desktop.keyring.LoginKeychain;
import org.carillon.desktop.keyring.NoKeyring;
import org.carillon.desktop.keyring.ProtectedFile;

/** Finds the keyring of this system. */
public final class Keyrings {
    private Keyrings() {}

    /**
     * Nothing is asked of it yet.
     *
     * @param systemName  {@code os.name}
     * @param environment the process's environment
     */
    public static Keyring ofDesktop(String systemName, Map<String, String> environment) {
        if (systemName.startsWith("Windows")) {
            return new ProtectedFile();
        }
        if (systemName.startsWith("Mac")) {
            return new LoginKeychain();
        }
        return SessionBus.address(environment).<Keyring>map(SecretServiceKeyring::new).orElseGet(NoKeyring::new);
    }
}
