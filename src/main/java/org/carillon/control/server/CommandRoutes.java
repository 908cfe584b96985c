package org.carillon.control.server;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carillon.control.HandedCommand;
import org.carillon.job.FormatException;
import org.carillon.job.JsonFields;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Command lines whose process hands them over; see {@link HandedCommand}. */
final class CommandRoutes {
    private final ServedInstance instance;
    private final JobBodies bodies;

    CommandRoutes(ServedInstance instance) {
        this.instance = instance;
        this.bodies = new JobBodies(instance);
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "/v1/command", this::run));
    }

    private Reply run(Request request) throws IOException {
        JsonFields fields = JsonFields.of(bodies.tree(request.body()), "");
        List<String> arguments = fields.texts("arguments");
        Language language = fields.parsed("language", CommandRoutes::language, "control.notLanguage").orElse(null);
        ZoneId zone = fields.parsed("zone", ZoneId::of, "control.notZone").orElse(request.zone());
        Path directory = fields.parsed("directory", CommandRoutes::directory, "control.notAbsolute").orElse(Path.of("/").toAbsolutePath());
        fields.end();
        if (!HandedCommand.isOne(arguments)) {
            throw new FormatException("arguments", Message.of("control.notHanded", arguments.isEmpty() ? "" : arguments.getFirst()));
        }
        HandedCommand.Printed printed = instance.commands().apply(new HandedCommand(arguments, language, zone, directory));
        return new Reply(200, Map.of("Content-Type", "text/plain; charset=utf-8",
                HandedCommand.EXIT_CODE, Integer.toString(printed.exitCode()),
                HandedCommand.OUTPUT_LENGTH, Integer.toString(printed.out().length)),
                printed.out().length + printed.err().length, out -> {
                    out.write(printed.out());
                    out.write(printed.err());
                });
    }

    private static Language language(String code) {
        return Arrays.stream(Language.values()).filter(language -> language.locale().getLanguage().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** @throws IllegalArgumentException if it is none, as {@link InvalidPathException} is one */
    private static Path directory(String text) {
        Path path = Path.of(text);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException(text);
        }
        return path.normalize();
    }
}
