package org.carillon.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carillon.cli.Examination.Finding;
import org.carillon.cli.Examination.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for what keeps jobs from running, and says how to mend it. Fails if something is wrong. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(context, common.directory(context.directories())).findings();
        if (json) {
            JsonOutput.array(findings.stream().map(finding -> JsonOutput.MAPPER.createObjectNode()
                    .put("check", finding.check()).put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("text", finding.text().in(context.language()))).toList(), context.terminal().out());
        } else {
            findings.forEach(finding -> context.terminal().out().println(
                    context.text("cli.doctor." + finding.severity().name().toLowerCase(Locale.ROOT)) + "  "
                            + finding.text().in(context.language())));
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.WRONG) ? ExitCode.FAILED : ExitCode.DONE;
    }
}
