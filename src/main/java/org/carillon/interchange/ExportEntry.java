package org.carillon.interchange;

import java.util.List;
import org.carillon.job.Job;
import org.carillon.message.Message;

/**
 * One job that is to be exported.
 *
 * @param job      the job
 * @param refusals why it cannot be said in the format, so that it is left out; empty if it can
 * @param warnings what of it is not carried over, though it is said what runs and when
 */
public record ExportEntry(Job job, List<Message> refusals, List<Message> warnings) {
    public ExportEntry {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
