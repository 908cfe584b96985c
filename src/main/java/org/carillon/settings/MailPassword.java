package org.carillon.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the password of the mail server out of the settings file: there stands the name of a secret, {@code passwordSecret}. A password
 * in clear, as earlier releases wrote it, is understood, and becomes a secret when the file is written.
 */
final class MailPassword {
    private static final Logger LOG = LoggerFactory.getLogger(MailPassword.class);
    private static final String NAME = "NOTICES_MAIL_PASSWORD";
    private static final String REFERENCE = "passwordSecret";
    private static final String PASSWORD = "password";

    private final SecretsFile secrets;
    private boolean outOfReach;

    MailPassword(SecretsFile secrets) {
        this.secrets = secrets;
    }

    /** Whether it stands in clear in these settings. */
    static boolean isInClear(JsonNode settings) {
        return !settings.at("/notices/email/" + PASSWORD).asString("").isEmpty();
    }

    /** The secret's name in these settings; the usual one where they name none. */
    static String name(JsonNode settings) {
        String name = settings.at("/notices/email/" + REFERENCE).asString("");
        return name.isEmpty() ? NAME : name;
    }

    /** Puts the password in the place of the secret's name. One that cannot be read is left out, so that all other settings hold. */
    void show(JsonNode settings) {
        boolean wasOutOfReach = outOfReach;
        outOfReach = false;
        if (settings.at("/notices/email") instanceof ObjectNode mail && mail.get(REFERENCE) != null) {
            String name = name(settings);
            mail.remove(REFERENCE);
            try {
                secrets.find(name).ifPresent(password -> mail.put(PASSWORD, password));
            } catch (DirectoryException e) {
                outOfReach = true;
                if (!wasOutOfReach) {
                    LOG.warn("The password of the mail server cannot be read: {}", e.getMessage());
                }
            }
        }
    }

    /** Whether the one that was to be shown last could not be read. */
    boolean isOutOfReach() {
        return outOfReach;
    }

    /** Takes the secret's name out of these settings. */
    static void leaveOut(JsonNode settings) {
        if (settings.at("/notices/email") instanceof ObjectNode mail) {
            mail.remove(REFERENCE);
        }
    }

    /** Whether these settings name a secret that cannot be read now: then no password does not mean that there is to be none. */
    boolean isOutOfReach(JsonNode settings) {
        if (settings.at("/notices/email/" + REFERENCE).asString("").isEmpty()) {
            return false;
        }
        try {
            secrets.find(name(settings));
            return false;
        } catch (DirectoryException _) {
            return true;
        }
    }

    /**
     * Puts the secret's name in the place of the password.
     *
     * @param outOfReach whether the password that there was could not be read; then none leaves that one
     * @throws DirectoryException if the secret cannot be written
     */
    void hide(ObjectNode settings, String name, boolean outOfReach) {
        if (!(settings.at("/notices/email") instanceof ObjectNode mail) || !(mail.remove(PASSWORD) instanceof JsonNode given)) {
            return;
        }
        String password = given.asString("");
        if (!password.isEmpty()) {
            if (secrets.find(name).filter(password::equals).isEmpty()) {
                secrets.set(name, password);
            }
        }
        if (!password.isEmpty() || outOfReach) {
            mail.put(REFERENCE, name);
        }
    }
}
