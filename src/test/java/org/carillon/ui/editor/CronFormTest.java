package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.carillon.message.Language;
import org.carillon.trigger.CronText;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronFormTest {
    private final CronForm form = new CronForm(new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, "job"));

    @ParameterizedTest
    @ValueSource(strings = {"", "0 9", "0 9 * *", "1-", "*/", "0 9 * * M", "0 9 * * MO", "0 9 0", "@dai", "0 9 * J", "5,"})
    void whoIsStillTypingHasMadeNoMistake(String text) {
        type(text);

        assertThat(form.problems()).singleElement().matches(Problem::pending);
        assertThat(form.reading().typing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "0 9 32 * *", "0 9 * 13 *", "0 9 * * 8", "x", "0 25 * * *", "0 9 * * FOO"})
    void whatNothingCanBeTypedOnToIsAMistakeAtOnce(String text) {
        type(text);

        assertThat(form.problems()).singleElement().matches(problem -> !problem.pending());
    }

    @Test
    void everythingOnTheWayToAnExpressionIsRightOrUnfinished() {
        String expression = "*/15 9-17 1,15 JAN-MAR MON#1";
        for (int end = 0; end <= expression.length(); end++) {
            type(expression.substring(0, end));
            assertThat(form.problems()).as(expression.substring(0, end)).allMatch(Problem::pending);
        }
    }

    @Test
    void unfinishedBecomesAMistakeWhenTheFieldIsLeft() {
        type("0 9 * *");

        form.typing().set(false);

        assertThat(form.problems()).singleElement().matches(problem -> !problem.pending());
    }

    @Test
    void unfinishedBecomesAMistakeWhenTheCaretGoesElsewhere() {
        type("1- 9 * * *");
        form.caret().set(2);
        assertThat(form.reading().typing()).isTrue();

        form.caret().set(8);

        assertThat(form.reading().typing()).isFalse();
    }

    @Test
    void aMistakeIsAtItsCharacters() {
        type("0 25 * * *");

        assertThat(form.reading().mistake().expressionFrom()).isEqualTo(2);
        assertThat(form.reading().mistake().expressionTo()).isEqualTo(4);
        assertThat(form.reading().mistake().explanation().in(Language.ENGLISH)).contains("hour").contains("0-23");
    }

    @Test
    void aMendIsTakenWithOneClick() {
        type("0 9 * * MONDAY");

        form.mend(form.reading().mistake().mends().getFirst());

        assertThat(form.text().get()).isEqualTo("0 9 * * MON");
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void readingItAsQuartzIsAMendToo() {
        form.dialect().set(Dialect.UNIX);
        type("0 0 9 ? * MON-FRI");
        form.typing().set(false);

        form.mend(form.reading().mistake().mends().stream().filter(mend -> mend.dialect() == Dialect.QUARTZ).findFirst().orElseThrow());

        assertThat(form.problems()).isEmpty();
        assertThat(form.reading().trigger().dialect()).isEqualTo(Dialect.QUARTZ);
    }

    @Test
    void theCellWithTheCaretIsTheCurrentOne() {
        type("0 9 * * 1-5");
        List<CronText.Cell> cells = form.cells();

        form.caret().set(3);
        assertThat(form.cellAtCaret()).isEqualTo(cells.get(1));
        form.caret().set(11);
        assertThat(form.cellAtCaret()).isEqualTo(cells.get(4));
    }

    @Test
    void theCellsToComeAreShownWhileTheFirstOnesAreTyped() {
        type("0 ");

        assertThat(form.cells()).hasSize(5);
        assertThat(form.cellAtCaret()).isEqualTo(form.cells().get(1));
    }

    private void type(String text) {
        form.typing().set(true);
        form.text().set(text);
        form.caret().set(text.length());
    }
}
