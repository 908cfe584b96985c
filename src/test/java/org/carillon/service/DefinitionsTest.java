package org.carillon.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What the systems are told to start. */
class DefinitionsTest {
    private static final Path DATA = Path.of("/home/ann/my \"own\" 100% & more");

    @TempDir
    private Path directory;

    @Test
    void systemdItselfFindsNothingWrongWithTheUnit() throws Exception {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).exists();
        Path launcher = Files.createFile(directory.resolve("carillon launcher"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path unit = Files.writeString(directory.resolve("carillon.service"), SystemdUnit.text(launcher, DATA));

        Tool.Answer answer = new Tool().ask("systemd-analyze", "--man=no", "verify", unit.toString());

        assertThat(answer.text()).doesNotContain("carillon.service");
        assertThat(answer.code()).isZero();
    }

    @Test
    void aPathWithEverySignStaysOneArgumentOfTheUnit() {
        assertThat(SystemdUnit.text(Path.of("/usr/bin/carillon"), DATA))
                .contains("ExecStart=\"/usr/bin/carillon\" run --data \"/home/ann/my \\\"own\\\" 100%% & more\"\n");
    }

    @Test
    void nothingIsTriedWhereTheProgramWasRemoved() {
        assertThat(SystemdUnit.text(Path.of("/opt/100% mine/carillon"), DATA)).contains("\nConditionFileIsExecutable=/opt/100%% mine/carillon\n");
    }

    @Test
    void theAgentSaysThePathsAsTheyAre() throws Exception {
        String text = LaunchAgent.text(Path.of("/Applications/Carillon.app/x"), DATA);

        assertThat(document(text.replaceFirst("<!DOCTYPE[^>]*>", "")).getElementsByTagName("array").item(0).getTextContent())
                .isEqualTo("/Applications/Carillon.app/xrun--data" + DATA);
    }

    @Test
    void theTaskSaysThePathsAsTheyAre() throws Exception {
        Document task = document(WindowsTask.text(Path.of("/c/carillon.bat"), DATA, "DOMAIN\\安"));

        assertThat(task.getElementsByTagName("Command").item(0).getTextContent()).isEqualTo("/c/carillon.bat");
        assertThat(task.getElementsByTagName("Arguments").item(0).getTextContent()).isEqualTo("run --data \"" + DATA + "\"");
        assertThat(task.getElementsByTagName("UserId").item(0).getTextContent()).isEqualTo("DOMAIN\\安");
    }

    private static Document document(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
