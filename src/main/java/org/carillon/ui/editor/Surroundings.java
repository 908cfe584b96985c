package org.carillon.ui.editor;

import java.time.InstantSource;
import java.time.ZoneId;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.theme.TimeWords;

/**
 * What all parts of an open form need from outside.
 *
 * @param language the language in which it was opened
 * @param zone     the person's zone
 * @param clock    the wall clock
 * @param dialogs  asks in front of the form
 */
record Surroundings(Language language, ZoneId zone, InstantSource clock, Dialogs dialogs) {
    /** A text of the form. @param key without {@code ui.editor.} */
    String say(String key, Object... arguments) {
        return Message.of("ui.editor." + key, arguments).in(language);
    }

    TimeWords times() {
        return new TimeWords(language, zone);
    }
}
