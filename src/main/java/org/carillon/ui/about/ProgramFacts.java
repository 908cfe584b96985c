package org.carillon.ui.about;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.message.Language;
import org.carillon.message.Message;

/**
 * What somebody who helps has to know of this program and where it runs.
 *
 * @param version       empty where it runs from its sources
 * @param commit        what it was built from; empty where that is not known
 * @param dataDirectory where jobs and history are
 */
public record ProgramFacts(String version, String commit, Path dataDirectory) {
    /** One line of it. @param key what it is about, below {@code ui.about.} */
    record Fact(String key, String text) {
        String name(Language language) {
            return Message.of("ui.about." + key).in(language);
        }
    }

    List<Fact> facts() {
        return Stream.of(
                        new Fact("version", version),
                        new Fact("build", commit),
                        new Fact("java", property("java.vendor.version", property("java.version", ""))),
                        new Fact("javafx", property("javafx.runtime.version", "")),
                        new Fact("system", property("os.name", "") + " " + property("os.version", "") + " " + property("os.arch", "")),
                        new Fact("locale", Locale.getDefault().toLanguageTag()),
                        new Fact("data", dataDirectory.toString()))
                .filter(fact -> !fact.text().isBlank())
                .toList();
    }

    private static String property(String name, String otherwise) {
        return System.getProperty(name, otherwise);
    }

    /** All of it for a report, always in English. */
    public String text() {
        Runtime memory = Runtime.getRuntime();
        long used = (memory.totalMemory() - memory.freeMemory()) >> 20;
        return "Carillon\n" + facts().stream().map(fact -> fact.name(Language.ENGLISH) + ": " + fact.text() + "\n").collect(Collectors.joining())
                + "Memory: " + used + " MB of " + (memory.maxMemory() >> 20) + " MB\n";
    }
}
