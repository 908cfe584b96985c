package org.carillon.ui.editor;

import java.time.Instant;
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
        return new SchedulePreview(Preview.upcoming(trigger, now, RUNS), Preview.last(trigger, now), Preview.none(trigger, now),
                Preview.runsPerDay(trigger, now), Preview.notes(trigger));
    }
}
