package org.carillon.cli;

import java.util.List;
import org.carillon.control.json.EventJson;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerEvent;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;

/** The scheduler without a window: prints each run as it starts and as it ends, until the process is asked to end. */
final class HeadlessRun {
    private final CommandContext context;
    private final boolean json;

    /** @param json whether each event is printed as a JSON object on a line of its own */
    HeadlessRun(CommandContext context, boolean json) {
        this.context = context;
        this.json = json;
    }

    int run(DataDirectory directory) {
        try (Ending ending = Ending.ofProcess()) {
            try (SchedulerSession session = context.schedulers().start(directory, json ? this::print : this::tell, ending::ask)) {
                greet(session.scheduler(), directory);
                ending.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            context.say("cli.run.stopped");
            return ending.finish(ExitCode.DONE);
        }
    }

    private void greet(Scheduler scheduler, DataDirectory directory) {
        List<JobStatus> jobs = scheduler.jobs();
        context.say("cli.run.scheduling", jobs.size(), directory.root().toString());
        jobs.stream().filter(JobStatus::isBroken)
                .forEach(job -> context.say("cli.run.broken", job.id(), job.problem()));
    }

    private void print(SchedulerEvent event) {
        JsonOutput.line(EventJson.write(event, context.language(), context.terminal().zone()), context.terminal().out());
    }

    private void tell(SchedulerEvent event) {
        switch (event) {
            case SchedulerEvent.RunStarted started -> line(started, started.run(), "");
            case SchedulerEvent.RunWillRetry retry -> line(retry, retry.run(),
                    context.text("cli.run.retry", reason(retry.run()), context.time(retry.run().retryAt())));
            case SchedulerEvent.RunEnded ended -> line(ended, ended.run(), reason(ended.run()));
            case SchedulerEvent.ClockJumped jump -> context.say("cli.run.jumped",
                    jump.asleep() ? Message.of("cli.run.jumped.asleep") : Message.of("cli.run.jumped.set"), RunOutput.seconds(jump.by().abs()));
            case SchedulerEvent.StoreFailed failed -> context.say("cli.error", failed.problem());
            case SchedulerEvent.StoreRecovered recovered -> context.say("cli.run.recovered");
            default -> { }
        }
    }

    private String reason(Run run) {
        String took = RunOutput.seconds(run.duration());
        return run.reason() == null ? took : (took + "  " + RunOutput.reason(run, context.language())).strip();
    }

    private void line(SchedulerEvent event, Run run, String rest) {
        String line = context.time(event.at()) + "  " + run.id() + "  " + run.jobName() + "  " + run.state() + "  " + rest;
        context.terminal().out().println(line.strip());
        context.terminal().out().flush();
    }
}
