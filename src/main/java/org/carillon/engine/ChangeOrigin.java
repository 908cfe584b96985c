package org.carillon.engine;

import java.time.Instant;
import org.carillon.job.Origin;
import org.carillon.job.Saved;

/**
 * From where the present thread changes jobs, which their versions tell. Whoever offers a way to change them says so around what is
 * done there; where nobody has said anything, it is {@link Origin#PROGRAM}. It holds for the thread alone, not for those that it starts.
 */
public final class ChangeOrigin {
    private static final ScopedValue<Origin> ORIGIN = ScopedValue.newInstance();

    private ChangeOrigin() {}

    /** What is in force now. */
    public static Origin current() {
        return ORIGIN.orElse(Origin.PROGRAM);
    }

    /** Does this, with its changes coming from there. @return what it returns */
    public static <T, X extends Throwable> T from(Origin origin, ScopedValue.CallableOp<T, X> body) throws X {
        return ScopedValue.where(ORIGIN, origin).call(body);
    }

    /** What is saved at that moment by the present thread. */
    static Saved saved(Instant now) {
        return new Saved(now, System.getProperty("user.name"), current());
    }
}
