package org.carillon.ui.editor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.message.Message;
import org.carillon.trigger.NoRun;
import org.carillon.trigger.Occurrence;
import org.carillon.trigger.Preview;
import org.carillon.trigger.Trigger;

/**
 * What a trigger will do and would have done, seen from one moment: a pure function of both.
 *
 * @param next       the next {@link #RUNS} runs, and between them what clock changes leave out
 * @param last       the last time that it would have run, null for never
 * @param none       why there is no next run, null when there is one
 * @param runsPerDay how often it runs
 * @param notes      what may surprise
 */
record SchedulePreview(List<Occurrence> next, Occurrence last, NoRun none, Message runsPerDay, List<Message> notes) {
    /** How many runs are shown. */
    static final int RUNS = 10;

    static SchedulePreview of(Trigger trigger, Instant now) {
        List<Occurrence> next = Preview.upcoming(trigger, now, RUNS);
        NoRun none = next.stream().anyMatch(Occurrence::runs) ? null : Preview.none(trigger, now);
        List<Message> notes = new ArrayList<>(Preview.notes(trigger));
        if (isCutShort(trigger, next)) {
            notes.add(Message.of("ui.editor.preview.rare"));
        }
        return new SchedulePreview(next, Preview.last(trigger, now), none, Preview.runsPerDay(trigger, now), notes);
    }

    /** Whether there may be more runs, which are too far apart to be found at once. */
    private static boolean isCutShort(Trigger trigger, List<Occurrence> next) {
        List<Occurrence> runs = next.stream().filter(Occurrence::runs).toList();
        if (runs.isEmpty() || runs.size() >= RUNS) {
            return false;
        }
        NoRun further = Preview.none(trigger, runs.getLast().at().plusNanos(1));
        return further == null || further.kind() == NoRun.Kind.NONE_BEFORE;
    }
}
