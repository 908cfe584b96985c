package org.carillon.job;

import java.util.List;
import java.util.Optional;

/** The first line of a script that names its interpreter: {@code #!/usr/bin/env python3}. */
public final class Shebang {
    /** How such a line begins. */
    public static final String BEGIN = "#!";

    private Shebang() {}

    /** The interpreter and, as Linux does it, all that follows it as one argument; empty if the script does not begin so. */
    public static Optional<List<String>> words(String script) {
        String first = script.lines().findFirst().orElse("");
        String named = first.startsWith(BEGIN) ? first.substring(BEGIN.length()).strip() : "";
        return named.isEmpty() ? Optional.empty() : Optional.of(List.of(named.split("\\s+", 2)));
    }

    /** The language of the interpreter that it names, also behind {@code env}. */
    public static Optional<ScriptLanguage> language(String script) {
        return words(script).flatMap(words -> ScriptLanguage.ofProgram(words.getFirst())
                .or(() -> words.size() < 2 ? Optional.empty()
                        : ScriptLanguage.ofProgram(words.getLast().replaceFirst("^-S\\s+", "").split("\\s+")[0])));
    }
}
