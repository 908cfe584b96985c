package org.carillon.action;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.carillon.job.Action;
import org.carillon.job.Circumstances;
import org.carillon.job.CommandAction;
import org.carillon.job.EmailAction;
import org.carillon.job.HttpAction;
import org.carillon.job.JavaAction;
import org.carillon.job.ScriptAction;
import org.carillon.job.SqlAction;
import org.carillon.log.RunLogWriter;
import org.carillon.message.ExplainedException;

/** Runs every kind of action, each by the class that knows how. What secrets an action names, neither its log nor its result says. */
public final class Actions implements ActionRunner {
    private final CommandRunner commands;
    private final ScriptRunner scripts;
    private final HttpRunner requests;
    private final SqlRunner statements;
    private final EmailRunner mails;
    private final JavaHost threads;
    private final CommandCircumstances circumstances;
    private final Secrets secrets;

    /** With this program's own environment, and without secrets. */
    public Actions(Supplier<Instant> clock, Tasks tasks) {
        this(clock, tasks, UserEnvironment.ofProcess(), UUID.randomUUID().toString(), Secrets.NONE, RootProcesses.NONE);
    }

    /**
     * @param clock       gives what is printed its time
     * @param tasks       what {@code java} actions can name
     * @param environment what commands start with
     * @param hashKey     the key of the hashes that tell environments apart
     * @param secrets     what actions can name by {@code ${secret:NAME}}
     * @param roots       where it is written down which process a run began with
     */
    public Actions(Supplier<Instant> clock, Tasks tasks, UserEnvironment environment, String hashKey, Secrets secrets, RootProcesses roots) {
        commands = new CommandRunner(clock, environment, roots);
        scripts = new ScriptRunner(commands, environment);
        requests = new HttpRunner(clock);
        statements = new SqlRunner(clock);
        mails = new EmailRunner(clock);
        threads = new TaskThreads(tasks, clock);
        circumstances = new CommandCircumstances(environment, hashKey);
        this.secrets = secrets;
    }

    @Override
    public ActionResult run(ActionRun run, RunLogWriter log, StopSignal stop) throws InterruptedException {
        SecretUse use;
        try {
            use = SecretUse.of(run.action(), secrets);
        } catch (ExplainedException e) {
            return ActionResult.notStarted(e.explanation());
        }
        use.hideIn(log);
        return use.hideIn(perform(run, use, log, stop));
    }

    private ActionResult perform(ActionRun run, SecretUse use, RunLogWriter log, StopSignal stop) throws InterruptedException {
        return switch (use.action()) {
            case CommandAction command -> commands.run(command, run.mark(), log, stop);
            case ScriptAction script -> scripts.run(script, run.mark(), log, stop);
            case HttpAction http -> requests.run(http, log, stop);
            case SqlAction sql -> statements.run(sql, use.password(), log, stop);
            case EmailAction email -> mails.run(email, use.password(), log, stop);
            case JavaAction java -> (run.workers() == null ? threads : run.workers()).run(java, run.mark(), log, stop);
        };
    }

    @Override
    public Circumstances circumstances(Action action) {
        return switch (action) {
            case CommandAction command -> circumstances.of(command);
            case ScriptAction script -> circumstances.of(ScriptRunner.forCircumstances(script));
            case HttpAction _, SqlAction _, EmailAction _, JavaAction _ -> new Circumstances(action.summary(), null, null);
        };
    }
}
