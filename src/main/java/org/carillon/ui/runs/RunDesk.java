package org.carillon.ui.runs;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.carillon.engine.OutputEncoding;
import org.carillon.engine.Scheduler;
import org.carillon.log.EscapeFilter;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.FileKind;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.fx.Background;

/**
 * What can be done with runs besides looking at them.
 *
 * @param scheduler  has the ledger
 * @param logs       has what they printed
 * @param dialogs    asks where to write
 * @param notices    tells how it went
 * @param background where slow things are done
 */
public record RunDesk(Scheduler scheduler, RunLogs logs, Dialogs dialogs, Notices notices, Background background) {
    private static final int TAIL = 60;

    /** What a run has printed last; waits for the disk. */
    List<String> tail(long runId) {
        Optional<RunLogReader> opened = logs.openSmall(runId, OutputEncoding.ofRun(scheduler, runId));
        if (opened.isEmpty()) {
            return List.of();
        }
        try (RunLogReader reader = opened.get()) {
            return reader.tail(TAIL).lines().stream().map(line -> EscapeFilter.plain(line.text())).toList();
        }
    }

    /** Writes all runs that pass the filter where the person wants them. */
    void export(RunFilter filter, ZoneId zone, RunWords words) {
        List<FileKind> kinds = List.of(new FileKind("CSV", List.of("*.csv")), new FileKind("JSON", List.of("*.json")));
        Optional<Path> chosen = dialogs.saveFile(words.say("export"), "runs.csv", kinds);
        chosen.ifPresent(file -> background.run(() -> new RunExport(scheduler, filter, zone).write(file),
                count -> notices.tell(words.say("exported", count, file.getFileName().toString())),
                problem -> notices.failed(words.say("notExported"), problem)));
    }
}
