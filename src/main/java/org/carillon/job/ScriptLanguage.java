package org.carillon.job;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of scripts whose interpreter need not be named. */
public enum ScriptLanguage {
    SH(".sh", List.of("sh")),
    BASH(".sh", List.of("bash")),
    ZSH(".zsh", List.of("zsh")),
    PYTHON(".py", List.of("python3", "python")),
    NODE(".js", List.of("node", "nodejs")),
    RUBY(".rb", List.of("ruby")),
    PERL(".pl", List.of("perl")),
    PHP(".php", List.of("php")),
    POWERSHELL(".ps1", List.of("pwsh", "powershell"), "-NoProfile", "-ExecutionPolicy", "Bypass", "-File"),
    BATCH(".bat", List.of("cmd"), "/c");

    private final String extension;
    private final List<String> programs;
    private final List<String> options;

    ScriptLanguage(String extension, List<String> programs, String... options) {
        this.extension = extension;
        this.programs = programs;
        this.options = List.of(options);
    }

    /** What the file of a script ends with, dot included: some interpreters insist on it. */
    public String extension() {
        return extension;
    }

    /** The names of the interpreters that understand it, the best first. */
    public List<String> programs() {
        return programs;
    }

    /** What goes between the interpreter and the script's file. */
    public List<String> options() {
        return options;
    }

    /** The language whose interpreter that is, from its name or path; {@code python3.12} is Python too. */
    public static Optional<ScriptLanguage> ofProgram(String program) {
        String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "").replaceFirst("[0-9.]+$", "");
        for (ScriptLanguage language : values()) {
            if (language.programs.stream().anyMatch(each -> each.replaceFirst("[0-9]+$", "").equals(name))) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
