package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Trigger;

/** Single times at which a job runs besides its schedule: parts of its trigger, so that they are as durable and as visible as it is. */
final class ExtraTimes {
    private ExtraTimes() {}

    /** That trigger and one more time. */
    static Trigger with(Trigger trigger, Instant time) {
        List<Trigger> parts = new ArrayList<>();
        boolean open = trigger instanceof AnyTrigger any && any.start() == null && any.end() == null;
        if (open) {
            parts.addAll(((AnyTrigger) trigger).parts());
        } else {
            parts.add(trigger);
        }
        parts.add(new DateTrigger(time, null, null, trigger.zone(), trigger.clockChange()));
        return new AnyTrigger(parts, null, null, trigger.zone(), trigger.clockChange());
    }
}
