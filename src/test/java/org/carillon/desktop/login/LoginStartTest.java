package org.carillon.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginStartTest {
    private static final Path LAUNCHER = Path.of("/opt/my \"100%\" $apps/bin/carillon");

    @TempDir
    Path home;

    @Test
    void onLinuxItIsADesktopEntryInTheAutostartDirectory() throws Exception {
        LoginStart start = LoginStart.ofDesktop("Linux", Map.of(), home);
        assertThat(start.isOn()).isFalse();
        start.turnOn(LAUNCHER, true, List.of("--data", "/data"));
        assertThat(start.isOn()).isTrue();
        assertThat(start.isHidden()).isTrue();
        assertThat(Files.readString(home.resolve(".config/autostart/org.carillon.Carillon.desktop")))
                .startsWith("[Desktop Entry]\nType=Application\n")
                .contains("Icon=carillon\n")
                .contains("Exec=\"/opt/my \\\\\"100%%\\\\\" \\\\$apps/bin/carillon\" \"--hidden\" \"--data\" \"/data\"\n");
        start.turnOff();
        assertThat(start.isOn()).isFalse();
        start.turnOff();
    }

    @Test
    void theConfigurationDirectoryMayBeElsewhere() {
        LoginStart start = LoginStart.ofDesktop("Linux", Map.of("XDG_CONFIG_HOME", home.resolve("conf").toString()), home);
        start.turnOn(LAUNCHER, false, List.of());
        assertThat(home.resolve("conf/autostart/org.carillon.Carillon.desktop")).exists();
        assertThat(start.isHidden()).isFalse();
    }

    @Test
    void onWindowsItIsAFileInTheStartUpFolder() throws Exception {
        LoginStart start = LoginStart.ofDesktop("Windows 11", Map.of("APPDATA", home.toString()), home);
        start.turnOn(Path.of("/c/安 50%/carillon.bat"), true, List.of());
        assertThat(Files.readString(home.resolve("Microsoft/Windows/Start Menu/Programs/Startup/Carillon.cmd")))
                .isEqualTo("@chcp 65001 >nul\r\n@start \"\" /min \"/c/安 50%%/carillon.bat\" \"--hidden\"\r\n");
    }

    @Test
    void onMacOsItIsALaunchAgent() throws Exception {
        LoginStart start = LoginStart.ofDesktop("Mac OS X", Map.of(), home);
        start.turnOn(Path.of("/Applications/A & B/carillon"), true, List.of());
        assertThat(Files.readString(home.resolve("Library/LaunchAgents/org.carillon.window.plist")))
                .contains("<array><string>/Applications/A &amp; B/carillon</string><string>--hidden</string></array>");
    }
}
