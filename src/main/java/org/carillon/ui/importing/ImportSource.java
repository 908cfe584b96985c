package org.carillon.ui.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carillon.interchange.CrontabSource;
import org.carillon.interchange.Format;
import org.carillon.interchange.ImportPlan;
import org.carillon.interchange.InterchangeException;
import org.carillon.interchange.SourceFile;
import org.carillon.message.Message;
import org.carillon.settings.IoReasons;
import org.carillon.trigger.TriggerDefaults;

/**
 * What is imported.
 *
 * @param title  where it comes from
 * @param files  all of it
 * @param format null to tell it by the content
 * @param live   whether it goes on being run by something else, as the crontab that is installed
 */
record ImportSource(Message title, List<SourceFile> files, Format format, boolean live) {

    /** The installed crontab. May wait for another program. @throws InterchangeException if there is none */
    static ImportSource ofCrontab(CrontabSource crontab) {
        SourceFile file = new SourceFile("crontab", crontab.read().getBytes(StandardCharsets.UTF_8));
        return new ImportSource(Message.of("ui.importing.title.crontab"), List.of(file), Format.CRONTAB, true);
    }

    /** Files of any format. May wait for the disk. @throws InterchangeException if one cannot be read */
    static ImportSource ofFiles(List<Path> paths) {
        for (Path path : paths) {
            // what is neither file nor directory might never come to an end, or never begin
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new InterchangeException(Message.of("ui.importing.noFile", path.toString()));
            }
        }
        try {
            Message title = paths.size() == 1
                    ? Message.of("ui.importing.title.file", paths.getFirst().getFileName().toString())
                    : Message.of("ui.importing.title.files", paths.size());
            return new ImportSource(title, SourceFile.read(paths, null), null, false);
        } catch (IOException e) {
            throw new InterchangeException(Message.of("ui.importing.unreadable", paths.getFirst().toString(), IoReasons.words(e)), e);
        }
    }

    /** What would be imported. */
    ImportPlan plan(TriggerDefaults defaults) {
        return ImportPlan.of(files, format, defaults);
    }
}
