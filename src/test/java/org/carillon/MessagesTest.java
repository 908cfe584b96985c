package org.carillon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sentence that a person may read exists in both languages, and every key that is used exists. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/carillon");
    private static final Path SOURCES = Path.of("src/main/java/org/carillon");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    /** A text in Java or FXML that looks like a message key: an area that has a file, a dot, and more words; not a file's name. */
    private static final Pattern WORDS_WITH_DOTS = Pattern.compile("[\"%]([a-z]+(?:\\.[A-Za-z0-9]+)+)(?<!\\.(?:json|css|fxml|svg|png))\"");

    /** What a choice of singular and plural fills in differs between the languages. */
    @TestFactory
    Stream<DynamicTest> everyMessageIsThereInBothLanguagesWithTheSamePlaceholders() throws IOException {
        return englishFiles().map(file -> DynamicTest.dynamicTest(file.getParent().toString(), () -> {
            Properties english = read(file);
            Properties chinese = read(file.resolveSibling("messages_zh.properties"));
            assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(chinese.getProperty(key)).as(key + " in Chinese").isNotEmpty();
                if (!english.getProperty(key).contains(",choice,")) {
                    assertThat(placeholders(chinese.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyMessageIsAPatternThatCanBeFilledIn() throws IOException {
        return bothLanguages().map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
            Properties messages = read(file);
            for (String key : messages.stringPropertyNames()) {
                String text = messages.getProperty(key);
                assertThat(text).as(key + ": a straight apostrophe would be swallowed").doesNotContain("'");
                assertThat(new MessageFormat(text)).as(key).isNotNull();
                assertThat(text).as(key + ": calm, without exclamation marks").doesNotContain("!", "！");
            }
        }));
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : englishFiles().toList()) {
            known.addAll(read(file).stringPropertyNames());
        }
        Set<String> areas = known.stream().map(MessagesTest::area).collect(Collectors.toCollection(TreeSet::new));
        List<String> unknown = new ArrayList<>();
        for (Path source : sources()) {
            Matcher matcher = WORDS_WITH_DOTS.matcher(Files.readString(source));
            while (matcher.find()) {
                String word = matcher.group(1);
                boolean isPrefix = known.stream().anyMatch(key -> key.startsWith(word + "."));
                if (areas.contains(area(word)) && !known.contains(word) && !isPrefix) {
                    unknown.add(source.getFileName() + ": " + word);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** The part of a key that names its file: {@code job} or {@code ui.editor}. */
    private static String area(String key) {
        String[] words = key.split("\\.");
        return words[0].equals("ui") && words.length > 1 ? "ui." + words[1] : words[0];
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> java = Files.walk(SOURCES); Stream<Path> fxml = Files.walk(RESOURCES)) {
            return Stream.concat(java, fxml)
                    .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".fxml"))
                    .toList();
        }
    }

    private static Stream<Path> englishFiles() throws IOException {
        return bothLanguages().filter(file -> file.endsWith("messages.properties"));
    }

    private static Stream<Path> bothLanguages() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches("messages(_zh)?\\.properties")).toList().stream();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
