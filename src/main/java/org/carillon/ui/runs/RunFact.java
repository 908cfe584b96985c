package org.carillon.ui.runs;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.carillon.job.Circumstances;
import org.carillon.job.Run;

/**
 * One thing about two runs.
 *
 * @param name what it is
 */
record RunFact(String name, String first, String second) {
    boolean differs() {
        return !first.equals(second);
    }

    /** What can be said about both. */
    static List<RunFact> of(Run first, Run second, RunWords words, Instant now) {
        return List.of(
                fact("column.state", first, second, words, words::state),
                fact("column.why", first, second, words, run -> words.why(run, now)),
                fact("column.exitCode", first, second, words, words::exitCode),
                fact("column.duration", first, second, words, run -> words.duration(run, now)),
                fact("column.planned", first, second, words, run -> words.planned(run, now)),
                fact("column.started", first, second, words, run -> words.started(run, now)),
                fact("fact.late", first, second, words, run -> run.late() == null ? "" : words.times().duration(run.late())),
                fact("column.attempt", first, second, words, words::attempt),
                fact("column.startedBy", first, second, words, words::startedBy),
                fact("fact.command", first, second, words, run -> circumstance(run, Circumstances::command)),
                fact("fact.directory", first, second, words, run -> circumstance(run, Circumstances::directory)),
                environment(first, second, words),
                fact("fact.host", first, second, words, run -> text(run.host())),
                fact("fact.user", first, second, words, run -> text(run.user())),
                fact("fact.bytes", first, second, words, run -> String.format("%,d", run.outputBytes())));
    }

    private static RunFact fact(String key, Run first, Run second, RunWords words, Function<Run, String> say) {
        return new RunFact(words.say(key), say.apply(first), say.apply(second));
    }

    private static String circumstance(Run run, Function<Circumstances, String> part) {
        return run.circumstances() == null ? "" : text(part.apply(run.circumstances()));
    }

    /** Only a hash is known, which says whether it was the same. */
    private static RunFact environment(Run first, Run second, RunWords words) {
        String before = circumstance(first, Circumstances::environment);
        String after = circumstance(second, Circumstances::environment);
        boolean known = !before.isEmpty() && !after.isEmpty();
        String same = known ? words.say(before.equals(after) ? "fact.same" : "fact.one") : "";
        return new RunFact(words.say("fact.environment"), same, !known || before.equals(after) ? same : words.say("fact.another"));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
