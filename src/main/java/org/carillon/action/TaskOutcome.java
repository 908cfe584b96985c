package org.carillon.action;

import java.util.Arrays;
import java.util.function.Supplier;
import org.carillon.job.JsonNames;
import org.carillon.job.Reason;
import org.carillon.message.Language;
import tools.jackson.databind.JsonNode;

/**
 * How a task has ended.
 *
 * @param cause  why it failed; null for a success
 * @param detail what belongs to that
 * @param broken whether the virtual machine that ran it had better not run another one
 */
record TaskOutcome(Reason.Cause cause, String detail, boolean broken) {
    private static final int LONGEST_DETAIL = 1_000;

    /** Runs a task to its end, whatever that is; what it throws is printed as Java prints what nobody catches. */
    static TaskOutcome of(Supplier<JavaTask> found, TaskRun run) {
        try {
            found.get().run(run);
            return new TaskOutcome(null, "", false);
        } catch (NoTaskException e) {
            return new TaskOutcome(Reason.Cause.NOT_STARTED, e.explanation().in(Language.ENGLISH), false);
        } catch (Exception | Error e) {
            e.printStackTrace(run.err());
            return new TaskOutcome(Reason.Cause.ERROR, shortened(e.toString()), e instanceof VirtualMachineError);
        }
    }

    /** As a worker process has told it. */
    static TaskOutcome of(JsonNode told) {
        String name = told.path("cause").stringValue(null);
        Reason.Cause cause = name == null ? null : Arrays.stream(Reason.Cause.values())
                .filter(each -> JsonNames.of(each).equals(name)).findFirst().orElse(Reason.Cause.ERROR);
        return new TaskOutcome(cause, told.path("detail").stringValue(""), told.path("broken").booleanValue(false));
    }

    ActionResult result() {
        return cause == null ? ActionResult.DONE : new ActionResult(false, null, Reason.of(cause, detail));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }
}
