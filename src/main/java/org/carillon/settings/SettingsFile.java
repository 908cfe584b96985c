package org.carillon.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.carillon.files.OwnerOnly;
import org.carillon.job.FormatException;
import org.carillon.job.JsonFields;
import org.carillon.job.JsonNames;
import org.carillon.message.Language;
import org.carillon.message.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as a JSON file, readable by its owner alone. A value that is not allowed is an error that names its place. Keys that this
 * version does not know (a newer one may have written them) are left alone: reading passes over them, writing keeps them.
 * Not for use by several threads at once.
 */
public final class SettingsFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What the file says, with the default for what it does not; all defaults if there is no file.
     *
     * @throws DirectoryException if it cannot be read, or says something that is not allowed
     */
    public Settings read() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            return settings(JsonFields.of(tree(), ""));
        } catch (FormatException e) {
            throw new DirectoryException(Message.of("settings.file.wrong", file.toString(), e.explanation()), e);
        }
    }

    /** Writes them as a whole: a crash leaves the old file or the new one. @throws DirectoryException if that fails */
    public void write(Settings settings) {
        JsonNode old = Files.exists(file) ? tree() : MAPPER.createObjectNode();
        if (!(old instanceof ObjectNode node)) {
            throw new DirectoryException(
                    Message.of("settings.file.wrong", file.toString(), Message.of("job.format.notObject")));
        }
        if (settings.language() == null) {
            node.remove("language");
        } else {
            node.put("language", code(settings.language()));
        }
        node.put("theme", JsonNames.of(settings.theme()));
        node.put("atOnce", settings.atOnce());
        node.put("closingWindow", JsonNames.of(settings.closingWindow()));
        try {
            replace(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
        } catch (IOException e) {
            throw new DirectoryException(
                    Message.of("settings.file.unwritable", file.toString(), IoReasons.words(e)), e);
        }
    }

    private static Settings settings(JsonFields fields) {
        Settings usual = Settings.DEFAULT;
        return new Settings(
                fields.text("language").map(code -> language(code, fields.place("language"))).orElse(null),
                fields.choice("theme", Theme.class).orElse(usual.theme()),
                fields.integer("atOnce", 1).map(count -> atMost(count, fields.place("atOnce"))).orElse(usual.atOnce()),
                fields.choice("closingWindow", ClosingWindow.class).orElse(usual.closingWindow()));
    }

    private static int atMost(int count, String place) {
        if (count > Settings.MOST_AT_ONCE) {
            throw new FormatException(place, Message.of("settings.file.tooMany", Settings.MOST_AT_ONCE));
        }
        return count;
    }

    private static Language language(String code, String place) {
        for (Language language : Language.values()) {
            if (code(language).equals(code)) {
                return language;
            }
        }
        throw new FormatException(place, Message.of("job.format.notChoice", code, "en, zh"));
    }

    private static String code(Language language) {
        return language.locale().getLanguage();
    }

    private JsonNode tree() {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new DirectoryException(
                    Message.of("settings.file.unreadable", file.toString(), IoReasons.words(e)), e);
        } catch (JacksonException e) {
            throw new DirectoryException(Message.of("settings.file.wrong", file.toString(),
                    Message.of("job.format.notJson", e.getOriginalMessage())), e);
        }
    }

    private void replace(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        OwnerOnly.createFile(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
