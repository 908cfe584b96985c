package org.carillon.settings;

import java.util.Objects;

/**
 * An address that notices are posted to as JSON.
 *
 * @param on     whether they are
 * @param name   how rules name it
 * @param preset who is behind it, which decides the form of the JSON
 * @param url    the whole address, which often is a secret itself; it lies in the settings file, which only its owner can read
 * @param chat   the chat for {@link Preset#TELEGRAM}, else empty
 */
public record Webhook(boolean on, String name, Preset preset, String url, String chat) {
    /** Who is behind the address. */
    public enum Preset {
        /** Anybody: what happened, field by field. */
        JSON,
        SLACK,
        TELEGRAM,
        DING_TALK,
        WE_COM
    }

    public Webhook {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(chat, "chat");
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "Webhook[" + name + ", " + preset + "]";
    }
}
