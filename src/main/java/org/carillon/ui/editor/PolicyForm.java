package org.carillon.ui.editor;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.CatchUp;
import org.carillon.job.NotifyRule;
import org.carillon.job.OnInterrupted;
import org.carillon.job.OnOrphans;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.message.Message;
import org.carillon.ui.controls.DurationUnit;
import org.carillon.ui.editor.DurationForm.Rule;

/** How a job is run: time limit, overlap, missed runs, retries, its turn, its end, and what is kept of it. */
final class PolicyForm extends Form {
    /** What becomes of missed runs. */
    enum Missed {
        SKIP,
        ONCE,
        ALL
    }

    private static final int MOST = 1000;

    private final DurationForm timeout = new DurationForm(Field.TIMEOUT, Rule.POSITIVE_OR_EMPTY, DurationUnit.MINUTES);
    private final DurationForm killGrace = new DurationForm(Field.KILL_GRACE, Rule.NOT_NEGATIVE, DurationUnit.SECONDS);
    private final StringProperty attempts = new SimpleStringProperty();
    private final DurationForm backoff = new DurationForm(Field.BACKOFF, Rule.NOT_NEGATIVE, DurationUnit.SECONDS);
    private final StringProperty factor = new SimpleStringProperty();
    private final DurationForm maxBackoff = new DurationForm(Field.MAX_BACKOFF, Rule.NOT_NEGATIVE, DurationUnit.HOURS);
    private final DurationForm retryJitter = new DurationForm(Field.RETRY_JITTER, Rule.NOT_NEGATIVE, DurationUnit.SECONDS);
    private final StringProperty maxInstances = new SimpleStringProperty();
    private final ObjectProperty<Overlap> overlap = new SimpleObjectProperty<>();
    private final DurationForm misfireGrace = new DurationForm(Field.MISFIRE_GRACE, Rule.NOT_NEGATIVE_OR_EMPTY, DurationUnit.MINUTES);
    private final ObjectProperty<Missed> missed = new SimpleObjectProperty<>();
    private final DurationForm catchUpWindow = new DurationForm(Field.CATCH_UP_WINDOW, Rule.POSITIVE, DurationUnit.DAYS);
    private final DurationForm catchUpSpacing = new DurationForm(Field.CATCH_UP_SPACING, Rule.NOT_NEGATIVE, DurationUnit.SECONDS);
    private final ObjectProperty<OnInterrupted> onInterrupted = new SimpleObjectProperty<>();
    private final ObjectProperty<OnOrphans> orphans = new SimpleObjectProperty<>();
    private final BooleanProperty keepAwake = new SimpleBooleanProperty();
    private final ObjectProperty<NotifyRule> notices = new SimpleObjectProperty<>();
    private final TurnForm turn = new TurnForm();
    private final EndForm end = new EndForm();
    private final KeepForm keep = new KeepForm();
    private Policy base = Policy.DEFAULT;

    PolicyForm() {
        catchUpWindow.show(Duration.ofDays(1));
        catchUpSpacing.show(Duration.ofSeconds(10));
        show(Policy.DEFAULT);
        observe(attempts, factor, maxInstances, overlap, missed, onInterrupted, orphans, keepAwake, notices);
        parts().forEach(each -> each.onChange(this::changed));
    }

    private List<Form> parts() {
        return List.of(timeout, killGrace, backoff, maxBackoff, retryJitter, misfireGrace, catchUpWindow, catchUpSpacing, turn, end, keep);
    }

    /** Empty for no limit. */
    DurationForm timeout() {
        return timeout;
    }

    DurationForm killGrace() {
        return killGrace;
    }

    /** How many more attempts after the first. */
    StringProperty attempts() {
        return attempts;
    }

    DurationForm backoff() {
        return backoff;
    }

    StringProperty factor() {
        return factor;
    }

    DurationForm maxBackoff() {
        return maxBackoff;
    }

    /** How much longer each wait may be, at random. */
    DurationForm retryJitter() {
        return retryJitter;
    }

    StringProperty maxInstances() {
        return maxInstances;
    }

    ObjectProperty<Overlap> overlap() {
        return overlap;
    }

    /** Empty for however late. */
    DurationForm misfireGrace() {
        return misfireGrace;
    }

    ObjectProperty<Missed> missed() {
        return missed;
    }

    DurationForm catchUpWindow() {
        return catchUpWindow;
    }

    DurationForm catchUpSpacing() {
        return catchUpSpacing;
    }

    ObjectProperty<OnInterrupted> onInterrupted() {
        return onInterrupted;
    }

    /** What becomes of processes that it has left when its scheduler died. */
    ObjectProperty<OnOrphans> orphans() {
        return orphans;
    }

    /** Whether the machine is kept awake while it runs. */
    BooleanProperty keepAwake() {
        return keepAwake;
    }

    /** When somebody is told of its runs; null for what the settings say. */
    ObjectProperty<NotifyRule> notices() {
        return notices;
    }

    /** Where it runs, and when it is its turn. */
    TurnForm turn() {
        return turn;
    }

    /** When it is done for good. */
    EndForm end() {
        return end;
    }

    /** What is kept of its runs. */
    KeepForm keep() {
        return keep;
    }

    /** Whether there are retries to say more about. */
    boolean retries() {
        return whole(attempts).orElse(0) > 0;
    }

    void show(Policy policy) {
        base = policy;
        timeout.show(policy.timeout());
        killGrace.show(policy.killGrace());
        attempts.set(Integer.toString(policy.retry().attempts()));
        backoff.show(policy.retry().backoff());
        factor.set(BigDecimal.valueOf(policy.retry().factor()).stripTrailingZeros().toPlainString());
        maxBackoff.show(policy.retry().maxBackoff());
        retryJitter.show(policy.retry().jitter());
        maxInstances.set(Integer.toString(policy.maxInstances()));
        overlap.set(policy.overlap());
        misfireGrace.show(policy.misfireGrace());
        onInterrupted.set(policy.onInterrupted());
        orphans.set(policy.orphans());
        keepAwake.set(policy.keepAwake());
        notices.set(policy.notices());
        turn.show(policy);
        end.show(policy);
        keep.show(policy);
        switch (policy.catchUp()) {
            case CatchUp.Skip _ -> missed.set(Missed.SKIP);
            case CatchUp.Once _ -> missed.set(Missed.ONCE);
            case CatchUp.All all -> {
                catchUpWindow.show(all.window());
                catchUpSpacing.show(all.spacing());
                missed.set(Missed.ALL);
            }
        }
    }

    /** The policy; only when nothing is wrong. */
    Policy policy() {
        return keep.onto(end.onto(turn.onto(run())));
    }

    private Policy run() {
        return base.withTimeout(timeout.duration().orElse(null))
                .withKillGrace(killGrace.duration().orElseThrow())
                .withRetry(retry())
                .withMaxInstances(whole(maxInstances).orElseThrow())
                .withOverlap(overlap.get())
                .withMisfireGrace(misfireGrace.duration().orElse(null))
                .withCatchUp(catchUp())
                .withOnInterrupted(onInterrupted.get())
                .withOrphans(orphans.get())
                .withKeepAwake(keepAwake.get())
                .withNotices(notices.get());
    }

    private Retry retry() {
        if (!retries()) {
            return base.retry().withAttempts(0);
        }
        return new Retry(whole(attempts).orElseThrow(), backoff.duration().orElseThrow(), Double.parseDouble(factorText()),
                maxBackoff.duration().orElseThrow(), retryJitter.duration().orElseThrow());
    }

    private CatchUp catchUp() {
        return switch (missed.get()) {
            case SKIP -> CatchUp.SKIP;
            case ONCE -> CatchUp.ONCE;
            case ALL -> new CatchUp.All(catchUpWindow.duration().orElseThrow(), catchUpSpacing.duration().orElseThrow());
        };
    }

    private static OptionalInt whole(StringProperty text) {
        String digits = text.get().strip();
        return digits.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private String factorText() {
        return factor.get().strip().replace(',', '.');
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(timeout.problems());
        problems.addAll(killGrace.problems());
        check(problems, Field.MAX_INSTANCES, maxInstances, 1);
        problems.addAll(misfireGrace.problems());
        if (missed.get() == Missed.ALL) {
            problems.addAll(catchUpWindow.problems());
            problems.addAll(catchUpSpacing.problems());
        }
        check(problems, Field.ATTEMPTS, attempts, 0);
        if (retries()) {
            problems.addAll(backoff.problems());
            if (!factorText().matches("[1-9]\\d{0,3}(\\.\\d{1,6})?")) {
                problems.add(Problem.wrong(Field.FACTOR, Message.of("ui.editor.factor.wrong")));
            }
            problems.addAll(maxBackoff.problems());
            problems.addAll(retryJitter.problems());
        }
        List.of(turn, end, keep).forEach(part -> problems.addAll(part.problems()));
        return problems;
    }

    private static void check(List<Problem> problems, Field field, StringProperty text, int least) {
        if (text.get().isBlank()) {
            problems.add(Problem.missing(field, Message.of("ui.editor.number.missing", least, MOST)));
        } else if (whole(text).isEmpty() || whole(text).getAsInt() < least || whole(text).getAsInt() > MOST) {
            problems.add(Problem.wrong(field, Message.of("ui.editor.number.wrong", least, MOST)));
        }
    }

    @Override
    Object values() {
        return List.of(super.values(), parts().stream().map(Form::values).toList());
    }
}
