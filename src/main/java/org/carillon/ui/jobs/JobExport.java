package org.carillon.ui.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.carillon.interchange.ExportEntry;
import org.carillon.interchange.ExportFile;
import org.carillon.interchange.ExportFormat;
import org.carillon.interchange.ExportPlan;
import org.carillon.interchange.InterchangeException;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.IoReasons;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.Dialogs;
import org.carillon.ui.dialogs.FileKind;
import org.carillon.ui.dialogs.Notices;
import org.carillon.ui.dialogs.Question;
import org.carillon.ui.fx.Background;

/** Writes jobs to where the person chooses, in the form that they choose, and tells what could not be said in it. For the FX thread alone. */
final class JobExport {
    /** Of what containers are made, until the person puts their own image into the file. */
    private static final String IMAGE = "busybox";

    private final Background background;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Language language;
    private final ZoneId zone;
    private final Supplier<Instant> now;

    JobExport(Background background, Dialogs dialogs, Notices notices, Language language, ZoneId zone, Supplier<Instant> now) {
        this.background = background;
        this.dialogs = dialogs;
        this.notices = notices;
        this.language = language;
        this.zone = zone;
        this.now = now;
    }

    void export(List<Job> jobs, ExportFormat format) {
        if (jobs.isEmpty()) {
            return;
        }
        String title = say("export.title", jobs.size());
        Optional<Path> place = format == ExportFormat.SYSTEMD
                ? dialogs.chooseDirectory(title, null)
                : dialogs.saveFile(title, format.fileName(), List.of(new FileKind(say("export." + format.label()), List.of("*"))));
        TriggerDefaults defaults = new TriggerDefaults(zone, now.get(), "");
        place.ifPresent(path -> background.run(() -> write(ExportPlan.of(jobs, format, defaults, IMAGE), path),
                this::tell, failure -> notices.failed(say("failed.export"), failure)));
    }

    /** @param place a directory for several files, else the file itself */
    private static ExportPlan write(ExportPlan plan, Path place) {
        try {
            boolean any = plan.entries().stream().anyMatch(entry -> !entry.isRefused());
            for (ExportFile file : any ? plan.files() : List.<ExportFile>of()) {
                Files.writeString(Files.isDirectory(place) ? place.resolve(file.name()) : place, file.text());
            }
            return plan;
        } catch (IOException e) {
            throw new InterchangeException(Message.of("ui.jobs.export.unwritable", place.toString(), IoReasons.words(e)), e);
        }
    }

    private void tell(ExportPlan plan) {
        int refused = plan.refused().size();
        String done = say("exported", plan.entries().size() - refused, refused);
        List<String> lines = new ArrayList<>();
        for (ExportEntry entry : plan.entries()) {
            List<Message> words = entry.isRefused() ? entry.refusals() : entry.warnings();
            words.forEach(each -> lines.add(say(entry.isRefused() ? "export.refused" : "export.warning", entry.job().name(), each)));
        }
        plan.notes().forEach(note -> lines.add(note.in(language)));
        if (lines.isEmpty()) {
            notices.tell(done);
        } else {
            dialogs.ask(new Question(done, String.join("\n", lines), List.of(new Answer(say("export.understood"), Answer.Kind.CANCEL))), answer -> { });
        }
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.jobs." + key, arguments).in(language);
    }
}
