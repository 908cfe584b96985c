package org.carillon.ui.shell;

import java.time.InstantSource;
import java.time.ZoneId;
import org.carillon.desktop.tray.Tray;
import org.carillon.engine.Scheduler;
import org.carillon.log.RunLogs;
import org.carillon.settings.WindowFile;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.Ticker;
import org.carillon.ui.settings.SettingsDesk;
import org.carillon.ui.theme.WindowTheme;

/**
 * What the main window is made of.
 *
 * @param scheduler  runs the jobs
 * @param logs       the output of runs
 * @param settings   what the person has chosen
 * @param editors    opens the form for jobs, and the imports
 * @param dialogs    asks the person, in front of the main window
 * @param theme      the look of all windows
 * @param background where slow things are done
 * @param ticker     the pace at which the window looks for what is new
 * @param tray       where the program has its icon on the desktop
 * @param desk       what the settings do besides being kept
 * @param window     keeps how the window was left
 * @param clock      the wall clock
 * @param zone       the person's zone
 */
public record WindowParts(
        Scheduler scheduler,
        RunLogs logs,
        WindowSettings settings,
        Editors editors,
        Dialogs dialogs,
        WindowTheme theme,
        Background background,
        Ticker ticker,
        Tray tray,
        SettingsDesk desk,
        WindowFile window,
        InstantSource clock,
        ZoneId zone) {}
