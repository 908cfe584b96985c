package org.carillon.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a service and a start at login are told to start. */
class LauncherTest {
    private static final Path OWN = Path.of("/opt/carillon/bin/carillon");
    private static final Path PACKAGED = Path.of("/Applications/Carillon.app/Contents/MacOS/Carillon");

    private final Properties system = new Properties();

    @Test
    void aProcessWithoutALauncherHasNone() {
        assertThat(Launcher.of(system)).isEmpty();
    }

    @Test
    void theLauncherThatNamesItselfIsTaken() {
        system.setProperty(Launcher.OWN, OWN.toString());
        system.setProperty(Launcher.PACKAGED, PACKAGED.toString());

        assertThat(Launcher.of(system)).contains(OWN.toAbsolutePath());
    }

    @Test
    void anInstalledProgramIsStartedByTheLauncherOfItsPackage() {
        system.setProperty(Launcher.PACKAGED, PACKAGED.toString());

        assertThat(Launcher.of(system)).contains(PACKAGED.toAbsolutePath());
    }

    @Test
    void whatWasTypedInATerminalOfWindowsSetsUpTheProgramThatOpensNoConsole() {
        system.setProperty(Launcher.PACKAGED, "/Programs/Carillon/carillon-cli.exe");

        assertThat(Launcher.of(system)).contains(Path.of("/Programs/Carillon/Carillon.exe").toAbsolutePath());
    }
}
