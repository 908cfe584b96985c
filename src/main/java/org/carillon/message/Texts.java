package org.carillon.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The message files: one {@code messages.properties} (English) and one {@code messages_zh.properties}
 * per top-level package, beside that package; below {@code ui} one pair per feature.
 *
 * <p>They are read directly instead of through {@link ResourceBundle#getBundle(String)}, whose fallback
 * to the machine's locale would answer a question for English in Chinese. Thread-safe.
 */
public final class Texts {
    private record Key(String area, Language language) {}

    private static final ConcurrentHashMap<Key, ResourceBundle> LOADED = new ConcurrentHashMap<>();

    private Texts() {}

    /**
     * The messages of one package, for instance {@code "trigger"} or {@code "ui/editor"}.
     *
     * @throws MissingResourceException if that package has no message file
     */
    public static ResourceBundle bundle(String area, Language language) {
        return LOADED.computeIfAbsent(new Key(area, language), Texts::load);
    }

    /**
     * The pattern for a key such as {@code trigger.cron.fieldCount}; its first word names the package. The first two do
     * so for the window's: {@code ui.editor.name} stands in the file of {@code ui/editor}.
     *
     * @throws MissingResourceException if there is no such key
     */
    public static String pattern(String key, Language language) {
        return bundle(area(key), language).getString(key);
    }

    private static String area(String key) {
        String[] words = key.split("\\.", 3);
        return words[0].equals("ui") && words.length == 3 ? words[0] + "/" + words[1] : words[0];
    }

    private static ResourceBundle load(Key key) {
        String file = "/org/carillon/" + key.area() + "/messages" + key.language().fileSuffix() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new MissingResourceException("No message file " + file, Texts.class.getName(), key.area());
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
