package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.carillon.ui.controls.DurationUnit;
import org.carillon.ui.editor.DurationForm.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationFormTest {
    private final DurationForm form = new DurationForm(Field.TIMEOUT, Rule.POSITIVE_OR_EMPTY, DurationUnit.MINUTES);

    @Test
    void aNumberAndAUnitMakeADuration() {
        form.amount().set("1.5");
        form.unit().set(DurationUnit.HOURS);

        assertThat(form.duration()).contains(Duration.ofMinutes(90));
    }

    @Test
    void aDecimalCommaIsTakenToo() {
        form.amount().set("0,5");

        assertThat(form.duration()).contains(Duration.ofSeconds(30));
    }

    @Test
    void nothingMeansNoneWhereThatIsAllowed() {
        assertThat(form.problems()).isEmpty();
        assertThat(form.duration()).isEmpty();
    }

    @Test
    void nothingIsOnlyUnfinishedWhereANumberIsNeeded() {
        DurationForm needed = new DurationForm(Field.EVERY, Rule.POSITIVE, DurationUnit.MINUTES);

        assertThat(needed.problems()).singleElement().matches(Problem::pending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "five", "1e3", "5 m", "99999999999999", "60000000"})
    void whatIsNoPositiveNumberIsWrong(String text) {
        form.amount().set(text);

        assertThat(form.problems()).singleElement().matches(problem -> !problem.pending() && problem.field() == Field.TIMEOUT);
    }

    @Property
    void everyDurationIsShownWithoutLoss(@ForAll @LongRange(min = 0, max = 3_150_000_000L) long seconds, @ForAll @IntRange(max = 999_999_999) int nanos) {
        Duration duration = Duration.ofSeconds(seconds, seconds % 2 == 0 ? nanos : 0);

        form.show(duration);

        assertThat(form.duration()).contains(duration);
    }

    @Test
    void theLargestUnitIsTakenInWhichItIsAWholeNumber() {
        form.show(Duration.ofHours(36));

        assertThat(form.amount().get()).isEqualTo("36");
        assertThat(form.unit().get()).isEqualTo(DurationUnit.HOURS);
    }
}
