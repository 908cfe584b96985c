package org.carillon.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.carillon.message.Language;
import org.carillon.message.Texts;

/** The part of the message file that holds help texts, under the keys that picocli asks for. */
final class HelpTexts extends ResourceBundle {
    private static final String PREFIX = "cli.help.";

    private final ResourceBundle messages;

    HelpTexts(Language language) {
        this.messages = Texts.bundle("cli", language);
    }

    @Override
    protected Object handleGetObject(String key) {
        String ours = PREFIX + key;
        return messages.containsKey(ours) ? messages.getString(ours) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }
}
