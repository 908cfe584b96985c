package org.carillon.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carillon.files.OwnerOnly;
import org.carillon.job.ExecutorJson;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.JsonFields;
import org.carillon.job.JsonNames;
import org.carillon.job.KeepRule;
import org.carillon.message.Language;
import org.carillon.message.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as a JSON file, readable by its owner alone. A value that is not allowed is an error that names its place. Keys that this
 * version does not know (a newer one may have written them) are left alone: reading passes over them, writing keeps them.
 * The executors are a section of their own, which the scheduler has written, so that neither overwrites the other. Thread-safe, but
 * not for two of them on one file.
 */
public final class SettingsFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path file;
    private final MailPassword mailPassword;

    /** Where there is no keyring. @param file beside which the secrets lie */
    public SettingsFile(Path file) {
        this(file, new SecretsFile(new DataDirectory(file.toAbsolutePath().getParent())));
    }

    /** @param secrets among which the password of the mail server is */
    public SettingsFile(Path file, SecretsFile secrets) {
        this.file = file;
        this.mailPassword = new MailPassword(secrets);
    }

    /**
     * What the file says, with the default for what it does not; all defaults if there is no file.
     *
     * @throws DirectoryException if it cannot be read, or says something that is not allowed
     */
    public synchronized Settings read() {
        JsonNode tree = present();
        mailPassword.show(tree);
        return part(tree, SettingsFile::settings);
    }

    /**
     * The same, but for the password of the mail server, which is empty: for whom it would be in vain to reach for a key.
     *
     * @throws DirectoryException as {@link #read} does
     */
    public synchronized Settings readWithoutPassword() {
        return read(SettingsFile::settings);
    }

    /** Whether the last {@link #read} found a password of the mail server that cannot be read now, but may be later. */
    public synchronized boolean isPasswordOutOfReach() {
        return mailPassword.isOutOfReach();
    }

    /**
     * The executors: the default one, which is always there, and those that the section {@code executors} names.
     *
     * @throws DirectoryException if it cannot be read, or says something that is not allowed
     */
    public synchronized List<ExecutorSpec> readExecutors() {
        return read(SettingsFile::executors);
    }

    /**
     * How much of the past is kept, where jobs do not say it: the keys {@code keepRuns}, {@code keepFor},
     * {@code keepMegabytes} and {@code totalMegabytes} of the section {@code retention}.
     *
     * @throws DirectoryException if it cannot be read, or says something that is not allowed
     */
    public synchronized KeepRule readRetention() {
        return read(fields -> fields.object("retention").map(SettingsSections::retention).orElse(Settings.USUAL_RETENTION));
    }

    private <T> T read(Function<JsonFields, T> part) {
        JsonNode tree = present();
        MailPassword.leaveOut(tree);
        return part(tree, part);
    }

    private JsonNode present() {
        return Files.exists(file) ? tree() : MAPPER.createObjectNode();
    }

    private <T> T part(JsonNode tree, Function<JsonFields, T> part) {
        try {
            return part.apply(JsonFields.of(tree, ""));
        } catch (FormatException e) {
            throw new DirectoryException(Message.of("settings.file.wrong", file.toString(), e.explanation()), e);
        }
    }

    /** Writes them as a whole: a crash leaves the old file or the new one. @throws DirectoryException if that fails */
    public synchronized void write(Settings settings) {
        change(node -> put(settings, node));
    }

    /** Moves a password that stands in the file in clear, as earlier releases wrote it, to the secrets. @throws DirectoryException if that fails */
    public synchronized void hidePasswords() {
        if (Files.exists(file) && MailPassword.isInClear(tree())) {
            change(node -> { });
        }
    }

    /** Writes the executors, as a whole too. @throws DirectoryException if that fails */
    public synchronized void writeExecutors(List<ExecutorSpec> executors) {
        change(node -> node.set("executors", ExecutorJson.write(executors)));
    }

    private static void put(Settings settings, ObjectNode node) {
        if (settings.language() == null) {
            node.remove("language");
        } else {
            node.put("language", code(settings.language()));
        }
        node.put("theme", JsonNames.of(settings.theme()));
        node.put("atOnce", settings.atOnce());
        node.put("closingWindow", JsonNames.of(settings.closingWindow()));
        node.put("controlPort", settings.controlPort());
        SettingsSections.put(settings.appearance(), node.putObject("appearance"));
        SettingsSections.put(settings.newJobs(), node.putObject("newJobs"));
        SettingsSections.put(settings.retention(), node.putObject("retention"));
        SettingsSections.put(settings.backups(), node.putObject("backups"));
        SettingsSections.put(settings.notices(), node.putObject("notices"));
        node.putObject("secrets").put("keyring", settings.keyring());
    }

    private void change(Consumer<ObjectNode> change) {
        JsonNode old = present();
        if (!(old instanceof ObjectNode node)) {
            throw new DirectoryException(
                    Message.of("settings.file.wrong", file.toString(), Message.of("job.format.notObject")));
        }
        String secret = MailPassword.name(node);
        boolean outOfReach = mailPassword.isOutOfReach(node);
        change.accept(node);
        mailPassword.hide(node, secret, outOfReach);
        try {
            replace(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
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
                fields.integer("atOnce", 1).map(count -> atMost(count, Settings.MOST_AT_ONCE, fields.place("atOnce"))).orElse(usual.atOnce()),
                fields.choice("closingWindow", ClosingWindow.class).orElse(usual.closingWindow()),
                fields.integer("controlPort", 0).map(port -> atMost(port, Settings.MOST_PORT, fields.place("controlPort")))
                        .orElse(usual.controlPort()),
                fields.object("appearance").map(SettingsSections::appearance).orElse(usual.appearance()),
                fields.object("newJobs").map(SettingsSections::newJobs).orElse(usual.newJobs()),
                fields.object("retention").map(SettingsSections::retention).orElse(usual.retention()),
                fields.object("backups").map(SettingsSections::backups).orElse(usual.backups()),
                fields.object("notices").map(SettingsSections::notices).orElse(usual.notices()),
                fields.object("secrets").map(SettingsSections::secrets).orElse(usual.keyring()));
    }

    private static List<ExecutorSpec> executors(JsonFields fields) {
        List<ExecutorSpec> executors = new ArrayList<>(fields.object("executors").map(ExecutorJson::read).orElse(List.of()));
        if (executors.stream().noneMatch(executor -> executor.name().equals(Job.DEFAULT_EXECUTOR))) {
            executors.addFirst(ExecutorSpec.of(Job.DEFAULT_EXECUTOR, settings(fields).atOnce()));
        }
        return executors;
    }

    private static int atMost(int count, int most, String place) {
        if (count > most) {
            throw new FormatException(place, Message.of("settings.file.tooMany", most));
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
                    FormatException.notJson(e)), e);
        }
    }

    /** Puts a text in the place of a file: a crash leaves the old one or the new one. */
    static void replace(Path file, String text) throws IOException {
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
