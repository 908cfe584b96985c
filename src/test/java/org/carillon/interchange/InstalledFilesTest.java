package org.carillon.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.message.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever timers and crontabs the machine has that the tests run on: each entry becomes a job, or is refused in words. */
class InstalledFilesTest {
    private static final List<Path> DIRECTORIES = List.of(Path.of("/usr/lib/systemd/system"), Path.of("/usr/lib/systemd/user"),
            Path.of("/etc/systemd/system"), Path.of("/etc/cron.d"), Path.of("/Library/LaunchAgents"), Path.of("/Library/LaunchDaemons"));

    @TestFactory
    Stream<DynamicTest> everyEntryOfThisMachineBecomesAJobOrIsRefusedInWords() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path directory : DIRECTORIES) {
            files.addAll(listed(directory));
        }
        if (Files.isReadable(Path.of("/etc/crontab"))) {
            files.add(Path.of("/etc/crontab"));
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertToldOf(file)));
    }

    private static List<Path> listed(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.filter(Files::isRegularFile).filter(Files::isReadable)
                    .filter(file -> directory.endsWith("cron.d") ? !file.getFileName().toString().startsWith(".")
                            : file.toString().endsWith(".timer") || file.toString().endsWith(".plist"))
                    .sorted().toList();
        }
    }

    private static void assertToldOf(Path file) throws IOException {
        ImportPlan plan = ImportPlan.of(SourceFile.read(List.of(file), null), null, Imports.DEFAULTS);
        assertThat(plan.entries()).isNotEmpty();
        assertThat(plan.refused()).allSatisfy(entry -> {
            assertThat(((ImportEntry.Refused) entry.outcome()).why().in(Language.ENGLISH)).isNotBlank();
            assertThat(entry.text()).isNotBlank();
        });
        assertThat(plan.jobs()).allSatisfy(job -> assertThat(job.action().summary()).isNotBlank());
    }
}
