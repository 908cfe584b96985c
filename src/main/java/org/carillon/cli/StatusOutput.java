package org.carillon.cli;

import org.carillon.control.json.StatusJson;
import org.carillon.settings.DataDirectory;

/** How the scheduler stands, as JSON. */
final class StatusOutput {
    private StatusOutput() {}

    static void print(SchedulerSession session, DataDirectory directory, CommandContext context) {
        context.terminal().out().println(JsonOutput.MAPPER.writeValueAsString(
                StatusJson.write(session.scheduler().status(), context.language(), context.terminal().zone())
                        .put("jobs", session.scheduler().jobs().size())
                        .put("directory", directory.root().toString())));
    }
}
