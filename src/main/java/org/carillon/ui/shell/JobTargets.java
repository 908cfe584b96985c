package org.carillon.ui.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carillon.engine.JobStatus;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.jobs.OnceWindow;
import org.carillon.ui.palette.JobVerb;

/** The jobs as the palette knows them. */
final class JobTargets {
    private JobTargets() {}

    static List<JobVerb.Target> of(List<JobRow> rows) {
        return rows.stream().map(JobTargets::of).toList();
    }

    private static JobVerb.Target of(JobRow row) {
        JobStatus status = row.status().get();
        List<String> tags = status.isBroken() ? List.of() : List.copyOf(status.job().tags());
        return new JobVerb.Target(row.id(), row.name(), tags, verbs(status));
    }

    private static Set<JobVerb> verbs(JobStatus status) {
        if (status.isBroken()) {
            return EnumSet.of(JobVerb.OPEN);
        }
        Set<JobVerb> verbs = EnumSet.of(JobVerb.OPEN, JobVerb.RUN, JobVerb.EDIT, JobVerb.DUPLICATE,
                status.job().enabled() ? JobVerb.PAUSE : JobVerb.RESUME);
        if (OnceWindow.suits(status.job())) {
            verbs.add(JobVerb.RUN_WITH);
        }
        if (status.running() > 0) {
            verbs.add(JobVerb.STOP);
        }
        if (status.lastRun() != null) {
            verbs.add(JobVerb.SHOW_LOG);
        }
        return verbs;
    }
}
