package org.carillon.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * The zone that a machine has now. Java asks for it once, when it starts; Linux and macOS say it by where a link leads, see
 * localtime(5).
 */
final class MachineZone {
    static final Path LINK = Path.of("/etc/localtime");
    private static final String ZONES = "zoneinfo/";

    private MachineZone() {
    }

    /** @return what Java knows, where the machine does not say it by that link */
    static ZoneId now(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString().replace('\\', '/');
            int zones = target.lastIndexOf(ZONES);
            return zones < 0 ? ZoneId.systemDefault() : ZoneId.of(target.substring(zones + ZONES.length()));
        } catch (IOException | UnsupportedOperationException | DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
