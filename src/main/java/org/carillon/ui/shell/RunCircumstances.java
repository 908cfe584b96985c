package org.carillon.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.carillon.engine.Scheduler;
import org.carillon.job.Circumstances;
import org.carillon.job.Run;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.store.RunQuery;
import org.carillon.ui.fx.Background;

/** Says what a run was made of, and what of that differs from the job's run before it. */
final class RunCircumstances {
    private static final int LOOK_BACK = 20;
    private static final int SHOWN_OF_HASH = 8;

    private final Scheduler scheduler;
    private final Background background;
    private final Language language;

    RunCircumstances(Scheduler scheduler, Background background, Language language) {
        this.scheduler = scheduler;
        this.background = background;
        this.language = language;
    }

    /** @param then is told, on the FX thread; an empty text for a run of which nothing is known */
    void tell(Run run, Consumer<String> then) {
        background.run(() -> before(run), before -> then.accept(words(run, before.orElse(null), language)),
                failure -> then.accept(words(run, null, language)));
    }

    private Optional<Run> before(Run run) {
        return scheduler.runs(RunQuery.ofJob(run.jobId(), LOOK_BACK).before(run.id())).stream()
                .filter(other -> other.circumstances() != null)
                .findFirst();
    }

    static String words(Run run, Run before, Language language) {
        Circumstances known = run.circumstances();
        if (known == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(known.command() == null ? "" : known.command().lines().findFirst().orElse(""));
        if (known.directory() != null) {
            parts.add(say(language, "directory", known.directory()));
        }
        parts.add(say(language, "user", run.user()));
        if (known.environment() != null) {
            String hash = known.environment();
            parts.add(say(language, "environment", hash.substring(0, Math.min(SHOWN_OF_HASH, hash.length()))));
        }
        if (before != null) {
            parts.add(comparison(run, before, language));
        }
        return String.join(" · ", parts);
    }

    private static String comparison(Run run, Run before, Language language) {
        Circumstances now = run.circumstances();
        Circumstances then = before.circumstances();
        List<String> changed = new ArrayList<>();
        note(changed, now.command(), then.command(), say(language, "changed.command"));
        note(changed, now.directory(), then.directory(), say(language, "changed.directory"));
        note(changed, run.user(), before.user(), say(language, "changed.user"));
        note(changed, now.environment(), then.environment(), say(language, "changed.environment"));
        String id = Long.toString(before.id());
        return changed.isEmpty() ? say(language, "same", id) : say(language, "changed", id, String.join(", ", changed));
    }

    private static void note(List<String> changed, String now, String then, String what) {
        if (!Objects.equals(now, then)) {
            changed.add(what);
        }
    }

    private static String say(Language language, String key, Object... arguments) {
        return Message.of("ui.shell.circumstances." + key, arguments).in(language);
    }
}
