package org.carillon.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.carillon.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is typed is either understood or refused, and answers soon. */
class CronFuzzTest {
    private static final int TEXTS = 100_000;
    /** Of the processor, so that a busy machine is not held against us; far more than any text takes, even cold. */
    private static final Duration LONGEST = Duration.ofMillis(250);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneId.of("Europe/Berlin"), NOW, "job");
    private static final String SIGNS = "0123456789*/-,?#LWH@()MONJAfri \t.+é周\u0665\uD83D\uDE00";
    private static final String[] RIGHT = {"*/5 * * * *", "0 9 * * 1-5", "0 0 29 2 *", "30 2 L-3 jan-MAR *", "H H(0-7) * * *", "0 0 1,15 * fri#2",
        "5/10 0 9-17 ? * MON-FRI", "0 0 12 LW * ? 2027-2031", "0 0 0 15W NOV-FEB ?", "*/7 22-23,0-4 */2 * 5L", "0 0 1-7 * sun", "@monthly"};
    private static final String[] PARTS = {"*", "*", "*", "0", "5", "*/5", "1-5", "L", "LW", "15W", "MON", "5L", "1#2", "?", "H", "H/15",
        "H(0-29)", "31", "2", "2027", "FRI-MON", "NOV-FEB", "60", "7", "1,2", "L-3", "@daily", "99999999999", "0-0/9", "9999", "1970"};

    @Test
    void randomTextsAreReadOrRefused() {
        Random random = new Random(20261123);
        int understood = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, i % 4);
            long before = THREADS.getCurrentThreadCpuTime();
            understood += isUnderstood(text, random) ? 1 : 0;
            assertThat(THREADS.getCurrentThreadCpuTime() - before).as(text).isLessThan(LONGEST.toNanos());
        }
        assertThat(understood).isBetween(TEXTS / 100, TEXTS * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void randomFieldsAreReadOrRefused(Field field) {
        String name = switch (field) {
            case DAY_OF_MONTH -> "day";
            case DAY_OF_WEEK -> "day_of_week";
            default -> field.title();
        };
        Random random = new Random(field.ordinal());
        for (int i = 0; i < TEXTS / 20; i++) {
            String text = i % 2 == 0 ? signs(random) : PARTS[random.nextInt(PARTS.length)] + (random.nextBoolean() ? " fri" : "/3");
            try {
                answer(CronFieldsTrigger.parse(Map.of(name, text), DEFAULTS));
            } catch (TriggerException refused) {
                assertThat(refused.field()).isEqualTo(name);
                assertThat(refused.from()).isBetween(0, refused.to());
                assertThat(refused.to()).isLessThanOrEqualTo(text.length());
                refused.mends().forEach(mend -> assertCorrects(mend, refused, text,
                        () -> CronFieldsTrigger.parse(Map.of(name, mend.expression()), DEFAULTS)));
            }
        }
    }

    private static boolean isUnderstood(String text, Random random) {
        Dialect dialect = switch (random.nextInt(3)) {
            case 0 -> Dialect.UNIX;
            case 1 -> Dialect.QUARTZ;
            default -> null;
        };
        try {
            answer(CronTrigger.parse(text, dialect, DEFAULTS));
            return true;
        } catch (TriggerException refused) {
            assertThat(refused.expressionFrom()).as(text).isBetween(0, refused.expressionTo());
            assertThat(refused.expressionTo()).as(text).isLessThanOrEqualTo(text.length());
            assertThat(refused.explanation().in(Language.CHINESE)).isNotBlank();
            refused.mends().forEach(mend -> assertCorrects(mend, refused, text,
                    () -> CronTrigger.parse(mend.expression(), mend.dialect() == null ? dialect : mend.dialect(), DEFAULTS)));
            return false;
        }
    }

    /** A mended text is right, or what is still wrong with it was so before and stands behind the mended place. */
    private static void assertCorrects(Mend mend, TriggerException mistake, String text, Supplier<Trigger> reading) {
        try {
            reading.get();
        } catch (TriggerException left) {
            int mendedTo = mend.expression().length() - (text.length() - mistake.expressionTo());
            assertThat(left.field()).as("%s -> %s: %s", text, mend, left.getMessage()).isNotNull();
            assertThat(mistake.field() == null || left.expressionFrom() >= mendedTo).as("%s -> %s: %s", text, mend, left.getMessage()).isTrue();
        }
    }

    private static void answer(Trigger trigger) {
        Instant next = trigger.next(NOW);
        assertThat(next == null || next.isAfter(NOW)).isTrue();
        Instant previous = trigger.previous(NOW);
        assertThat(previous == null || previous.isBefore(NOW)).isTrue();
        assertThat(TriggerWords.describe(trigger, Language.ENGLISH)).isNotBlank();
    }

    private static String text(Random random, int kind) {
        return switch (kind) {
            case 0 -> signs(random);
            case 1 -> parts(random);
            default -> mutated(random);
        };
    }

    /** A right expression with a few signs changed. */
    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(RIGHT[random.nextInt(RIGHT.length)]);
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                default -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }

    private static String signs(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    private static String parts(Random random) {
        StringBuilder text = new StringBuilder();
        int count = 4 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
