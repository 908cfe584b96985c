package org.carillon.ui.editor;

import java.time.InstantSource;
import java.time.ZoneId;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.message.Texts;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.theme.TimeWords;

/**
 * What all parts of an open form need from outside.
 *
 * @param language the language in which it was opened
 * @param zone     the person's zone
 * @param clock    the wall clock
 * @param dialogs  asks in front of the form
 * @param secrets  opens the list of secrets in front of the form
 */
record Surroundings(Language language, ZoneId zone, InstantSource clock, Dialogs dialogs, SecretChoice secrets) {
    /** What an empty field suggests; empty where there is nothing to suggest. @param key of the field's label */
    String prompt(String key) {
        String prompt = "ui.editor." + key + ".prompt";
        return Texts.bundle("ui/editor", language).containsKey(prompt) ? Message.of(prompt).in(language) : "";
    }

    /** A text of the form. @param key without {@code ui.editor.} */
    String say(String key, Object... arguments) {
        return Message.of("ui.editor." + key, arguments).in(language);
    }

    TimeWords times() {
        return new TimeWords(language, zone);
    }
}
