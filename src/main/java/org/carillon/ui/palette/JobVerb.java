package org.carillon.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** What the palette offers for each job. The order is the one in which they stand below each other. */
public enum JobVerb {
    OPEN,
    RUN,
    RUN_WITH,
    EDIT,
    PAUSE,
    RESUME,
    STOP,
    SHOW_LOG,
    DUPLICATE;

    /**
     * What a job is known by.
     *
     * @param verbs what can be done with it now
     */
    public record Target(String id, String name, List<String> tags, Set<JobVerb> verbs) {}

    private Message words(String name) {
        return Message.of("ui.palette.job." + name().toLowerCase(Locale.ROOT), name);
    }

    /** All that can be done with these jobs. May be called on any thread. @param doing does it, on the FX thread */
    public static List<PaletteEntry> entries(List<Target> jobs, Language language, BiConsumer<JobVerb, String> doing) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (Target job : jobs) {
            for (JobVerb verb : values()) {
                if (job.verbs().contains(verb)) {
                    entries.add(verb.entry(job, language, doing));
                }
            }
        }
        return entries;
    }

    private PaletteEntry entry(Target job, Language language, BiConsumer<JobVerb, String> doing) {
        Message title = words(job.name());
        List<String> searched = new ArrayList<>(PaletteEntry.everywhere(title));
        searched.add(job.name().toLowerCase(Locale.ROOT));
        searched.add(job.id());
        job.tags().forEach(tag -> searched.add(tag.toLowerCase(Locale.ROOT)));
        return new PaletteEntry("job." + name().toLowerCase(Locale.ROOT) + "." + job.id(), title.in(language), "", searched,
                () -> doing.accept(this, job.id()));
    }
}
