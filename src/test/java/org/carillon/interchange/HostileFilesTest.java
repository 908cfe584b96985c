package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.carillon.job.FormatException;
import org.carillon.message.ExplainedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may hand over instead of a list of jobs. */
class HostileFilesTest {
    private static final String PLIST = "<plist><dict><key>Label</key><string>%s</string></dict></plist>";

    @TempDir
    private Path directory;

    @Test
    void laughsByTheBillionAreCutShort() {
        StringBuilder yaml = new StringBuilder("apiVersion: batch/v1\nkind: CronJob\na0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
        }

        refused("laughs.yaml", yaml.toString(), "larger than any list of jobs");
    }

    @Test
    void entitiesAreRefusedAndNoFileIsRead() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "top secret");

        refused("xxe.plist", "<!DOCTYPE plist [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + PLIST.formatted("&x;"), "x");
        refused("laughs.plist", "<!DOCTYPE plist [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>" + PLIST.formatted("&b;"), "b");
        refused("task.xml", "<!DOCTYPE t [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]><Task>&q;</Task>", "q");
    }

    @Test
    void anExternalDocumentTypeIsNotFetched() {
        String text = "<!DOCTYPE plist PUBLIC \"x\" \"http://127.0.0.1:9/never.dtd\">" + PLIST.formatted("org.example.a");

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Imports.text("a.plist", text).entries())).singleElement()
                .extracting(ImportEntry::text).isEqualTo("org.example.a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!java.net.URL ['http://127.0.0.1:9/']", "!!javax.script.ScriptEngineManager []", "!!python/object:os.system x",
        "!Custom {a: 1}", "!!binary aGk=", "!!set {a, b}"})
    void noTagMakesAnything(String value) {
        refused("tag.yaml", "apiVersion: batch/v1\nkind: " + value + "\n", "line 2");
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackIsSpent() {
        int depth = 200_000;
        refused("deep.yaml", "apiVersion: " + "[".repeat(depth) + "]".repeat(depth), "deep");
        refused("deep.yaml", "apiVersion:\n" + "- ".repeat(depth) + "x", "deep");
        refused("deep.xml", "<a>".repeat(depth) + "</a>".repeat(depth), "nested");
        refused("deep.json", "{\"format\":" + "[".repeat(depth), "500");
    }

    @Test
    void aListOfCountlessElementsIsRefused() {
        refused("wide.yaml", "apiVersion: [" + "a,".repeat(600_000) + "]", "larger");
        refused("wide.xml", "<a>" + "<b/>".repeat(300_000) + "</a>", "elements");
    }

    @Test
    void aFileOfAGigabyteIsNotReadToItsEnd() throws IOException {
        Path huge = directory.resolve("huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 30);
        }

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> SourceFile.read(List.of(huge), null))
                .isInstanceOf(InterchangeException.class).hasMessageContaining("10 megabytes"));
    }

    @Test
    void anEndlessDeviceBehindALinkIsNotReadToItsEnd() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("crontab"), Path.of("/dev/zero"));

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> SourceFile.read(List.of(link), null))
                .isInstanceOf(InterchangeException.class).hasMessageContaining("megabytes"));
    }

    @Test
    void aDirectoryIsNamedAsOne() {
        assertThatThrownBy(() -> SourceFile.read(List.of(directory), null)).hasMessageContaining("is a directory");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noiseIsRefusedInWordsInEveryFormat(Format format) {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            SourceFile file = new SourceFile("noise", noise, round % 2 == 0 ? null : StandardCharsets.ISO_8859_1);
            try {
                assertThat(ImportPlan.of(List.of(file), format, Imports.DEFAULTS).jobs()).isEmpty();
            } catch (ExplainedException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everySampleCutShortAnywhereIsReadOrRefusedInWords(Format format) throws IOException {
        for (String name : List.of("crontab/system.txt", "systemd/cat.txt", "windows/all.xml", "launchd/org.example.tidy.plist", "kubernetes/cronjobs.yaml")) {
            String whole = Files.readString(Imports.sample(name));
            for (int length = 0; length < whole.length(); length += 67) {
                try {
                    ImportPlan.of(List.of(Imports.file(name, whole.substring(0, length))), format, Imports.DEFAULTS);
                } catch (ExplainedException expected) {
                    assertThat(expected.getMessage()).isNotBlank();
                }
            }
        }
    }

    @Test
    void aPictureIsNoCrontab() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

        assertThatThrownBy(() -> ImportPlan.of(List.of(new SourceFile("a.png", picture)), null, Imports.DEFAULTS))
                .isInstanceOf(InterchangeException.class).hasMessageContaining("neither UTF-8 nor UTF-16");
        assertThatThrownBy(() -> ImportPlan.of(List.of(Imports.file("a.plist", "bplist00\u0001")), null, Imports.DEFAULTS))
                .hasMessageContaining("plutil");
    }

    @Test
    void windowsLineEndsAndMarksMakeNoDifference() {
        String text = "# 备份\n@daily echo 备份\n";
        List<String> expected = ImportPlan.ofCrontab(text, Imports.DEFAULTS).jobs().stream().map(job -> job.action().summary()).toList();

        for (String form : List.of(text, "\uFEFF" + text, text.replace("\n", "\r\n"))) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                String marked = charset == StandardCharsets.UTF_8 || form.startsWith("\uFEFF") ? form : "\uFEFF" + form;
                ImportPlan plan = ImportPlan.of(List.of(new SourceFile("crontab", marked.getBytes(charset))), null, Imports.DEFAULTS);
                assertThat(plan.jobs()).extracting(job -> job.action().summary()).isEqualTo(expected);
            }
        }
    }

    @Test
    void chineseInGbkIsReadWhereItIsSaidAndRefusedWhereNot() {
        Charset gbk = Charset.forName("GBK");
        byte[] crontab = "@daily echo 每天备份\n".getBytes(gbk);

        assertThatThrownBy(() -> ImportPlan.of(List.of(new SourceFile("crontab", crontab)), null, Imports.DEFAULTS)).hasMessageContaining("UTF-8");
        assertThat(ImportPlan.of(List.of(new SourceFile("crontab", crontab, gbk)), null, Imports.DEFAULTS).jobs())
                .extracting(job -> job.action().summary()).containsExactly("echo 每天备份");
        byte[] task = "<?xml version=\"1.0\" encoding=\"GBK\"?><Task><RegistrationInfo><URI>\\整理</URI></RegistrationInfo></Task>".getBytes(gbk);
        assertThat(ImportPlan.of(List.of(new SourceFile("a.xml", task)), null, Imports.DEFAULTS).entries())
                .extracting(ImportEntry::text).containsExactly("\\整理");
    }

    @Test
    void aLongListIsReadInTimeThatGrowsWithItsLengthAlone() {
        StringBuilder list = new StringBuilder("{\"format\":\"carillon/1\",\"jobs\":[");
        for (int i = 0; i < 30_000; i++) {
            list.append(i == 0 ? "" : ",").append("{\"name\":\"").append(i)
                    .append("\",\"trigger\":{\"type\":\"cron\",\"expression\":\"@daily\"},\"action\":{\"type\":\"command\",\"command\":\"ls\"}}");
        }
        SourceFile file = Imports.file("jobs.json", list.append("]}").toString());

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(15), () -> ImportPlan.of(List.of(file), null, Imports.DEFAULTS).jobs())).hasSize(30_000);
    }

    private static void refused(String name, String text, String named) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> Imports.text(name, text))
                .isInstanceOfAny(InterchangeException.class, FormatException.class).hasMessageContaining(named));
    }
}
