package org.carillon.service;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A unit of the person's own systemd, kept alive by lingering while nobody is logged in; see systemd.service(5) and loginctl(1).
 *
 * <p>At the stop only the scheduler is told ({@code KillMode=mixed}), which ends its runs in order. Exit code 4, another process has
 * the data directory, is no reason to try again at once; where the program itself was removed, nothing is tried.
 */
final class SystemdUnit implements LoginService {
    private static final String NAME = "carillon.service";
    /** Kept in the unit: nobody lingered before it was set up, so nobody needs to when it is gone. */
    private static final String LINGERS = "# Lingering was turned on for this.\n";
    private static final Path LINGERING = Path.of("/var/lib/systemd/linger");

    private final Definition unit;
    private final Tool tool;

    SystemdUnit(Path configuration, Tool tool) {
        this.unit = new Definition(configuration.resolve("systemd/user").resolve(NAME));
        this.tool = tool;
    }

    static String text(Path launcher, Path data) {
        return """
                [Unit]
                Description=Carillon schedules jobs without a window
                Documentation=man:carillon(1)
                ConditionFileIsExecutable=%s

                [Service]
                ExecStart=%s run --data %s
                Restart=on-failure
                RestartSec=10
                RestartPreventExitStatus=2 4
                KillMode=mixed
                TimeoutStopSec=60

                [Install]
                WantedBy=default.target
                """.formatted(launcher.toString().replace("%", "%%"), quoted(launcher), quoted(data));
    }

    /** By the quoting of systemd.syntax(7) and its specifiers. */
    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$") + '"';
    }

    @Override
    public boolean install(Path launcher, Path data) {
        boolean ours = !Files.exists(LINGERING.resolve(System.getProperty("user.name"))) || unit.says(LINGERS);
        unit.write((ours ? LINGERS : "") + text(launcher, data));
        tool.run("systemctl", "--user", "daemon-reload");
        tool.run("systemctl", "--user", "enable", NAME);
        tool.run("systemctl", "--user", "restart", NAME);
        return tool.ask("loginctl", "enable-linger").isGood();
    }

    @Override
    public boolean remove() {
        if (!unit.exists()) {
            return false;
        }
        tool.run("systemctl", "--user", "disable", "--now", NAME);
        if (unit.says(LINGERS)) {
            tool.ask("loginctl", "disable-linger");
        }
        unit.delete();
        tool.run("systemctl", "--user", "daemon-reload");
        return true;
    }

    @Override
    public Status status() {
        if (!unit.exists()) {
            return Status.NONE;
        }
        return tool.ask("systemctl", "--user", "is-active", "--quiet", NAME).isGood() ? Status.RUNNING : Status.STOPPED;
    }

    @Override
    public Path definition() {
        return unit.file();
    }
}
