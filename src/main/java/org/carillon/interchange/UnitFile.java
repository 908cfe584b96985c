package org.carillon.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit of systemd: sections of settings, of which most may be given several times and an empty one takes back those before it.
 * systemd.syntax(7)
 */
final class UnitFile {
    private static final Pattern SECTION = Pattern.compile("\\[([^\\]]+)]");
    private static final Pattern HEADER = Pattern.compile("#\\s+(\\S*/)?([^/\\s]+\\.(?:timer|service))(?:\\.d/[^/\\s]+\\.conf)?\\s*");
    private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
    private String section = "";

    /**
     * The units of some files. A file may hold several, each under a comment with its path, as {@code systemctl cat} prints them.
     *
     * @param texts by the files' names
     * @return by the units' names
     */
    static Map<String, UnitFile> read(Map<String, String> texts) {
        Map<String, UnitFile> units = new LinkedHashMap<>();
        texts.forEach((file, text) -> {
            String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            StringBuilder logical = new StringBuilder();
            for (String line : text.lines().toList()) {
                Matcher header = HEADER.matcher(line);
                if (header.matches()) {
                    name = header.group(2);
                } else if (!isComment(line)) {
                    logical.append(line);
                    if (endsOpen(logical)) {
                        continue;
                    }
                    units.computeIfAbsent(name, key -> new UnitFile()).take(logical.toString().strip());
                    logical.setLength(0);
                }
            }
            units.computeIfAbsent(name, key -> new UnitFile()).take(logical.toString().strip());
        });
        units.values().removeIf(unit -> unit.sections.isEmpty());
        return units;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith(";");
    }

    /** A backslash at the end goes on with the next line, as one blank. */
    private static boolean endsOpen(StringBuilder line) {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\\') {
            line.setCharAt(last, ' ');
            return true;
        }
        return false;
    }

    private void take(String line) {
        Matcher header = SECTION.matcher(line);
        int equals = line.indexOf('=');
        if (header.matches()) {
            section = header.group(1);
            sections.computeIfAbsent(section, name -> new LinkedHashMap<>());
        } else if (equals > 0) {
            String value = line.substring(equals + 1).strip();
            List<String> values = sections.computeIfAbsent(section, name -> new LinkedHashMap<>())
                    .computeIfAbsent(line.substring(0, equals).strip(), key -> new ArrayList<>());
            if (value.isEmpty()) {
                values.clear();
            } else {
                values.add(value);
            }
        }
    }

    /** All values of a setting, in order. */
    List<String> values(String of, String key) {
        return sections.getOrDefault(of, Map.of()).getOrDefault(key, List.of());
    }

    /** The last value of a setting. */
    Optional<String> value(String of, String key) {
        List<String> values = values(of, key);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    boolean isTrue(String of, String key) {
        return value(of, key).filter(value -> value.matches("(?i)1|yes|y|true|t|on")).isPresent();
    }

    /** The settings of a section that have a value. */
    Set<String> keys(String of) {
        Set<String> keys = new LinkedHashSet<>();
        sections.getOrDefault(of, Map.of()).forEach((key, values) -> {
            if (!values.isEmpty()) {
                keys.add(key);
            }
        });
        return keys;
    }
}
