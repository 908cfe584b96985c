package org.carillon.cli;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectories;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.SettingsFile;

/** Which language the command line speaks. */
public final class Languages {
    private static final String VARIABLE = "CARILLON_LANG";
    private static final String DATA = "--data";

    private Languages() {}

    /** A language by its code, also with a region: {@code zh}, {@code zh_CN.UTF-8}; empty if it is none of ours. */
    public static Optional<Language> read(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> code.toLowerCase(Locale.ROOT).split("[-_.]", 2)[0].equals(language.locale().getLanguage()))
                .findFirst();
    }

    /** What {@code CARILLON_LANG} says, else the settings of the data directory in question, else the machine's. */
    public static Language choose(DataDirectories directories, String... arguments) {
        Map<String, String> environment = directories.environment();
        return read(environment.getOrDefault(VARIABLE, ""))
                .or(() -> ofSettings(directories, arguments))
                .orElseGet(Language::ofMachine);
    }

    private static Optional<Language> ofSettings(DataDirectories directories, String... arguments) {
        try {
            DataDirectory directory = directories.choose(asked(arguments));
            return Files.exists(directory.settingsFile())
                    ? Optional.ofNullable(new SettingsFile(directory.settingsFile()).readWithoutPassword().language())
                    : Optional.empty();
        } catch (DirectoryException e) {
            // The command itself will say so, in the machine's language.
            return Optional.empty();
        }
    }

    private static String asked(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(DATA) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
            if (arguments[i].startsWith(DATA + "=")) {
                return arguments[i].substring(DATA.length() + 1);
            }
        }
        return null;
    }
}
