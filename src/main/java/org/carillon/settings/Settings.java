package org.carillon.settings;

import java.time.Duration;
import java.util.Objects;
import org.carillon.job.KeepRule;
import org.carillon.message.Language;

/**
 * What a person has chosen, for one data directory. Immutable.
 *
 * @param language      the language of window and command line; null for the machine's
 * @param theme         whether the window is light or dark
 * @param atOnce        how many runs the default executor lets go on at once, 1 to {@value #MOST_AT_ONCE}, as long as the
 *                      {@linkplain SettingsFile#readExecutors() executors} do not say it
 * @param closingWindow what closing the window does
 * @param controlPort   the port of the control API, 0 for any that is free
 * @param appearance    how the window looks besides
 * @param newJobs       what new jobs begin with
 * @param retention     how much of the past is kept, where jobs do not say it
 * @param backups       of the job store
 * @param notices       who is told of runs
 * @param keyring       whether the key of the secrets is to be in the keyring of the operating system
 */
public record Settings(Language language, Theme theme, int atOnce, ClosingWindow closingWindow, int controlPort, Appearance appearance,
        NewJobs newJobs, KeepRule retention, Backups backups, NoticeSettings notices, boolean keyring) {
    public static final int MOST_AT_ONCE = 10_000;
    public static final int MOST_PORT = 65_535;
    /** A year, and of a job that runs every minute a week. */
    public static final KeepRule USUAL_RETENTION = new KeepRule(10_000, Duration.ofDays(365), null, 10_240);
    public static final Settings DEFAULT = new Settings(null, Theme.SYSTEM, 20, ClosingWindow.ASK, 0);

    /** With the usual for all the rest. */
    public Settings(Language language, Theme theme, int atOnce, ClosingWindow closingWindow, int controlPort) {
        this(language, theme, atOnce, closingWindow, controlPort, Appearance.USUAL, NewJobs.USUAL, USUAL_RETENTION, Backups.USUAL,
                NoticeSettings.USUAL, false);
    }

    public Settings {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(closingWindow, "closingWindow");
        Objects.requireNonNull(appearance, "appearance");
        Objects.requireNonNull(newJobs, "newJobs");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(backups, "backups");
        Objects.requireNonNull(notices, "notices");
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("atOnce " + atOnce);
        }
        if (controlPort < 0 || controlPort > MOST_PORT) {
            throw new IllegalArgumentException("controlPort " + controlPort);
        }
    }

    public Settings withLanguage(Language value) {
        return new Settings(value, theme, atOnce, closingWindow, controlPort, appearance, newJobs, retention, backups, notices, keyring);
    }

    public Settings withTheme(Theme value) {
        return new Settings(language, value, atOnce, closingWindow, controlPort, appearance, newJobs, retention, backups, notices, keyring);
    }

    public Settings withAtOnce(int value) {
        return new Settings(language, theme, value, closingWindow, controlPort, appearance, newJobs, retention, backups, notices, keyring);
    }

    public Settings withClosingWindow(ClosingWindow value) {
        return new Settings(language, theme, atOnce, value, controlPort, appearance, newJobs, retention, backups, notices, keyring);
    }

    public Settings withControlPort(int value) {
        return new Settings(language, theme, atOnce, closingWindow, value, appearance, newJobs, retention, backups, notices, keyring);
    }

    public Settings withAppearance(Appearance value) {
        return new Settings(language, theme, atOnce, closingWindow, controlPort, value, newJobs, retention, backups, notices, keyring);
    }

    public Settings withNewJobs(NewJobs value) {
        return new Settings(language, theme, atOnce, closingWindow, controlPort, appearance, value, retention, backups, notices, keyring);
    }

    public Settings withRetention(KeepRule value) {
        return new Settings(language, theme, atOnce, closingWindow, controlPort, appearance, newJobs, value, backups, notices, keyring);
    }

    public Settings withBackups(Backups value) {
        return new Settings(language, theme, atOnce, closingWindow, controlPort, appearance, newJobs, retention, value, notices, keyring);
    }

    public Settings withNotices(NoticeSettings value) {
        return new Settings(language, theme, atOnce, closingWindow, controlPort, appearance, newJobs, retention, backups, value, keyring);
    }

    public Settings withKeyring(boolean value) {
        return new Settings(language, theme, atOnce, closingWindow, controlPort, appearance, newJobs, retention, backups, notices, value);
    }
}
