package org.carillon.ui.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.carillon.ui.dialogs.DesktopPrograms;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.FileKind;
import org.carillon.ui.dialogs.Notices;

/**
 * What can be done with a log besides looking at it.
 *
 * @param dialogs  asks where to save
 * @param notices  tells how it went
 * @param programs opens links and directories
 */
public record LogDesk(Dialogs dialogs, Notices notices, DesktopPrograms programs) {
    /** Saves the whole log where the person wants it, exactly as it was printed. */
    void saveAs(LogViewModel model, LogWords words) {
        model.file(file -> dialogs
                .saveFile(words.say("saveAs"), file.getFileName().toString(), List.of(new FileKind(words.say("kind"), List.of("*.log", "*.txt"))))
                .ifPresent(target -> model.background().run(() -> copy(file, target),
                        () -> notices.tell(words.say("saved", target.getFileName().toString())),
                        problem -> notices.failed(words.say("notSaved"), problem))));
    }

    /** Saves the lines of all runs that are shown where the person wants it, as columns of a spreadsheet. */
    void saveAs(LiveLogsViewModel model, LogWords words) {
        dialogs.saveFile(words.say("saveAs"), "carillon.log", List.of(new FileKind(words.say("kind"), List.of("*.log", "*.txt", "*.tsv"))))
                .ifPresent(target -> model.save(target, words::record,
                        () -> notices.tell(words.say("saved", target.getFileName().toString())),
                        problem -> notices.failed(words.say("notSaved"), problem)));
    }

    private static void copy(Path file, Path target) {
        try {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the log's file in the file manager. */
    void reveal(LogViewModel model, LogWords words) {
        model.file(file -> programs.reveal(file, words.say("notOpened")));
    }

    void browse(String link, LogWords words) {
        programs.browse(link, words.say("notOpened"));
    }
}
