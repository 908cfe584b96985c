package org.carillon.ui.settings;

import java.time.InstantSource;
import java.time.ZoneId;
import org.carillon.engine.Scheduler;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.dialogs.DesktopPrograms;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;

/** What the pages of the settings are made of. */
record SettingsParts(SettingsStore store, SettingsDesk desk, Scheduler scheduler, Background background, Dialogs dialogs, Notices notices,
        DesktopPrograms programs, InstantSource clock, ZoneId zone, Language language) {
    String say(String key, Object... arguments) {
        return Message.of("ui.settings." + key, arguments).in(language);
    }

    /** @param key the end of a key that says what could not be done */
    void run(Runnable work, Runnable done, String key) {
        background.run(work, done, failure -> dialogs.error(say("failed." + key), failure));
    }
}
