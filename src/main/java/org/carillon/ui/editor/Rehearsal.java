package org.carillon.ui.editor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.message.Language;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerWords;

/**
 * Goes through what a preview has to work out, before it is asked for: Java makes fast what it has seen a few times, and a person types the
 * first key some seconds after the form has opened. Once in the life of the program, on any thread.
 */
final class Rehearsal {
    private static final List<String> EXPRESSIONS = List.of("*/15 * * * *", "0 9 * * 1-5", "30 2 * * *", "0 0 29 2 *", "0 0 31 2 *", "0 0 13 * 5",
            "30 18 * * 5L", "0 0 L-3 * *", "0 0 12 LW * ? 2027-2031", "H H(0-7) * * *", "0 0 1-7 * sun", "0 9 * * MONDAY", "0 61 * * *", "@yearly");
    private static final int TIMES = 5;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private Rehearsal() {}

    static void once(ZoneId zone, Instant now, Language language) {
        if (BEGUN.getAndSet(true)) {
            return;
        }
        TriggerDefaults defaults = new TriggerDefaults(zone, now, "");
        for (int time = 0; time < TIMES; time++) {
            Trigger before = null;
            for (String expression : EXPRESSIONS) {
                Trigger trigger = typed(expression, defaults);
                if (trigger != null) {
                    preview(trigger, now, language);
                    before = before == null ? trigger : before;
                    preview(new AllTrigger(List.of(before, new AnyTrigger(List.of(trigger, before), zone)), zone), now, language);
                }
            }
        }
    }

    /** @return null if it is not one */
    private static Trigger typed(String expression, TriggerDefaults defaults) {
        CronForm form = new CronForm(defaults);
        form.typing().set(true);
        for (int end = 1; end <= expression.length(); end++) {
            form.text().set(expression.substring(0, end));
            form.caret().set(end);
        }
        return form.reading().trigger();
    }

    private static void preview(Trigger trigger, Instant now, Language language) {
        SchedulePreview preview = SchedulePreview.of(trigger, now);
        TriggerWords.describe(trigger, language, now);
        preview.runsPerDay().in(language);
    }
}
