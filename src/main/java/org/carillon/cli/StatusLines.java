package org.carillon.cli;

import java.util.ArrayList;
import java.util.List;
import org.carillon.engine.SchedulerStatus;

/** How the scheduler stands, in a few lines for people. */
final class StatusLines {
    private StatusLines() {}

    static List<String> of(CommandContext context, SchedulerSession session, SchedulerStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add(switch (status.state()) {
            case SCHEDULING -> context.text("cli.status.scheduling");
            case PAUSED -> status.pausedUntil() == null ? context.text("cli.status.paused")
                    : context.text("cli.status.pausedUntil", context.time(status.pausedUntil()));
            case TROUBLED -> context.text("cli.status.troubled", status.trouble());
            case STOPPED -> context.text("cli.status.stopped");
        });
        lines.add(context.text("cli.status.counts", session.scheduler().jobs().size(), status.running(), status.queued()));
        if (status.nextRun() != null) {
            lines.add(context.text("cli.status.next", status.nextJobId(), context.time(status.nextRun())));
        }
        return lines;
    }
}
