package org.carillon.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carillon.interchange.ImportEntry.Refused;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** Imports as tests make them: at one moment, in Berlin. */
final class Imports {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, NOW, "");
    private static final Path SAMPLES = Path.of("src/test/resources/org/carillon/interchange");

    private Imports() {}

    static ImportPlan samples(String... names) {
        try {
            return ImportPlan.of(SourceFile.read(Arrays.stream(names).map(SAMPLES::resolve).toList(), null), null, DEFAULTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path sample(String name) {
        return SAMPLES.resolve(name);
    }

    static ImportPlan text(String name, String text) {
        return ImportPlan.of(List.of(file(name, text)), null, DEFAULTS);
    }

    static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static String why(ImportEntry entry) {
        return ((Refused) entry.outcome()).why().in(Language.ENGLISH);
    }

    static List<String> warnings(ImportEntry entry) {
        return entry.warnings().stream().map((Message message) -> message.in(Language.ENGLISH)).toList();
    }

    /** The next runs, on the clock of the trigger's zone. */
    static List<String> next(Trigger trigger, int count) {
        List<String> runs = new ArrayList<>();
        Instant run = trigger.next(NOW);
        for (int i = 0; i < count && run != null; i++) {
            runs.add(ZonedDateTime.ofInstant(run, trigger.zone()).toLocalDateTime().toString());
            run = trigger.next(run);
        }
        return runs;
    }
}
