package org.carillon.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carillon.message.Message;

/** Reads cron expressions: crontab's and Quartz'. */
final class CronParser {
    /**
     * An expression that was understood.
     *
     * @param reboot  whether it is {@code @reboot}, which names no time
     * @param elapsed whether its minute or hour field starts with {@code *}, so that it follows elapsed time
     * @param seeded  whether it holds an {@code H}
     */
    record Parsed(CronSchedule schedule, boolean reboot, boolean elapsed, boolean seeded, List<Message> warnings) {}

    private static final Map<String, String> MACROS = Map.of(
            "@yearly", "0 0 1 1 *", "@annually", "0 0 1 1 *", "@monthly", "0 0 1 * *", "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *", "@midnight", "0 0 * * *", "@hourly", "0 * * * *");
    private static final String REBOOT = "@reboot";

    private static final List<Field> UNIX =
            List.of(Field.SECOND, Field.MINUTE, Field.HOUR, Field.DAY_OF_MONTH, Field.MONTH, Field.DAY_OF_WEEK);
    private static final List<Field> QUARTZ =
            List.of(Field.SECOND, Field.MINUTE, Field.HOUR, Field.DAY_OF_MONTH, Field.MONTH, Field.DAY_OF_WEEK, Field.YEAR);

    private CronParser() {}

    /** The dialect of an expression for which none is given: seven fields or a {@code ?} mean Quartz. */
    static Dialect guess(String expression) {
        List<Token> tokens = Token.split(expression);
        return tokens.stream().anyMatch(CronParser::isQuestionMark) || hasSevenFields(tokens) ? Dialect.QUARTZ : Dialect.UNIX;
    }

    static boolean isQuestionMark(Token token) {
        return token.text().equals("?");
    }

    /** Whether there are seven, and the last two are no command or comment behind five fields. */
    static boolean hasSevenFields(List<Token> tokens) {
        return tokens.size() == 7 && looksLike(Field.DAY_OF_WEEK, tokens.get(5)) && looksLike(Field.YEAR, tokens.get(6));
    }

    /** Whether somebody who wrote that may have meant such a field. */
    private static boolean looksLike(Field field, Token token) {
        String text = token.text().toUpperCase(Locale.ROOT);
        char first = text.charAt(0);
        boolean named = field == Field.DAY_OF_WEEK && (first == 'L' && text.length() <= 2
                || Field.WEEKDAYS.stream().anyMatch(name -> text.startsWith(name) || name.startsWith(text)));
        return first >= '0' && first <= '9' || first == '*' || first == '?' || named;
    }

    /** What a name such as {@code @daily} stands for; every other expression as it is. */
    static String withoutMacro(String expression) {
        return MACROS.getOrDefault(expression.strip().toLowerCase(Locale.ROOT), expression);
    }

    /** The fields that so many tokens of that dialect are; empty when there can't be so many. */
    static List<Field> fields(Dialect dialect, int count) {
        if (dialect == Dialect.UNIX) {
            return count == 5 ? UNIX.subList(1, 6) : count == 6 ? UNIX : List.of();
        }
        return count == 6 || count == 7 ? QUARTZ.subList(0, count) : List.of();
    }

    static Parsed parse(String expression, Dialect dialect, String seed) {
        try {
            return parseAs(expression, dialect, seed);
        } catch (TriggerException e) {
            throw withMends(e, expression, dialect, seed);
        }
    }

    /** Whether that can be read as it is, in that dialect. */
    static boolean isRight(String expression, Dialect dialect) {
        try {
            parseAs(expression, dialect, "");
            return true;
        } catch (TriggerException mistake) {
            return false;
        }
    }

    /** Offers to read it in the other dialect, where that would understand it, and of what was offered only what helps. */
    private static TriggerException withMends(TriggerException mistake, String expression, Dialect dialect, String seed) {
        Dialect other = dialect == Dialect.UNIX ? Dialect.QUARTZ : Dialect.UNIX;
        List<Mend> mends = new ArrayList<>();
        if (isRight(expression, other)) {
            mends.add(new Mend(Message.of(other == Dialect.QUARTZ ? "trigger.mend.asQuartz" : "trigger.mend.asUnix"), expression, other));
        }
        YearAtEnd.of(expression).ifPresent(mends::add);
        Optional<Token> tail = tail(mistake, expression, dialect);
        if (tail.isPresent()) {
            mends.add(use(expression.substring(0, tail.get().from()).strip()));
            return mistake.from(tail.get().from()).withMends(mends);
        }
        mistake.mends().stream().filter(mend -> mend.corrects(mistake, expression,
                it -> parseAs(it.expression(), it.dialect() == null ? dialect : it.dialect(), seed))).forEach(mends::add);
        return mistake.withMends(mends.stream().distinct().toList());
    }

    /** Where a command or a comment begins that stands behind a right expression. */
    private static Optional<Token> tail(TriggerException mistake, String expression, Dialect dialect) {
        List<Token> tokens = Token.split(expression);
        int least = dialect == Dialect.UNIX ? 5 : 6;
        for (int count = Math.min(least + 1, tokens.size() - 1); count >= least; count--) {
            Token tail = tokens.get(count);
            boolean field = looksLike(count == 5 ? Field.DAY_OF_WEEK : Field.YEAR, tail);
            boolean behind = mistake.field() == null || mistake.expressionFrom() >= tail.from();
            if (behind && !field && isRight(expression.substring(0, tail.from()), dialect)) {
                return Optional.of(tail);
            }
        }
        return Optional.empty();
    }

    private static Parsed parseAs(String expression, Dialect dialect, String seed) {
        List<Token> tokens = Token.split(expression);
        if (tokens.isEmpty()) {
            throw TriggerException.inExpression(Message.of("trigger.cron.empty"), 0, expression.length(), List.of());
        }
        if (tokens.getFirst().text().startsWith("@")) {
            return macro(expression, tokens, dialect, seed);
        }
        List<Field> fields = fields(dialect, tokens.size());
        if (fields.isEmpty()) {
            throw fieldCount(expression, tokens, dialect);
        }
        return combine(expression, tokens, fields, dialect, seed);
    }

    private static Parsed macro(String expression, List<Token> tokens, Dialect dialect, String seed) {
        Token first = tokens.getFirst();
        String name = first.text().toLowerCase(Locale.ROOT);
        if (tokens.size() > 1) {
            throw TriggerException.inExpression(Message.of("trigger.cron.macroAlone", first.text()),
                    tokens.get(1).from(), tokens.getLast().to(), List.of(use(first.text())));
        }
        if (dialect == Dialect.QUARTZ) {
            throw TriggerException.inExpression(Message.of("trigger.cron.macroUnix", first.text()), first.from(), first.to(), List.of());
        }
        if (name.equals(REBOOT)) {
            return new Parsed(CronSchedule.EMPTY, true, false, false, List.of());
        }
        String meaning = MACROS.get(name);
        if (meaning == null) {
            throw TriggerException.inExpression(Message.of("trigger.cron.macroUnknown", first.text()), first.from(), first.to(),
                    MACROS.keySet().stream().filter(known -> name.length() > 2 && known.startsWith(name.substring(0, 3)))
                            .sorted().map(CronParser::use).toList());
        }
        return parseAs(meaning, Dialect.UNIX, seed);
    }

    private static Mend use(String expression) {
        return Mend.use(expression, null);
    }

    private static TriggerException fieldCount(String expression, List<Token> tokens, Dialect dialect) {
        int count = tokens.size();
        String key = dialect == Dialect.UNIX ? "trigger.cron.fieldCount.unix" : "trigger.cron.fieldCount.quartz";
        int least = dialect == Dialect.UNIX ? 5 : 6;
        int most = least + 1;
        List<Mend> mends = new ArrayList<>();
        int from = tokens.getFirst().from();
        if (dialect == Dialect.QUARTZ && count == 5) {
            mends.add(use("0 " + expression.strip()));
        } else if (count < least && count >= least - 2) {
            mends.add(use(expression.strip() + " *".repeat(least - count)));
        } else if (count > most) {
            from = tokens.get(most).from();
            mends.add(use(expression.substring(tokens.getFirst().from(), tokens.get(most - 1).to())));
        }
        return TriggerException.inExpression(Message.of(key, count), from, tokens.getLast().to(), mends);
    }

    private static Parsed combine(String expression, List<Token> tokens, List<Field> fields, Dialect dialect, String seed) {
        FieldValues[] values = new FieldValues[Field.values().length];
        List<Message> warnings = new ArrayList<>();
        boolean seeded = false;
        for (int i = 0; i < fields.size(); i++) {
            Notation notation = new Notation(fields.get(i), dialect);
            Token token = tokens.get(i);
            FieldText text = new FieldText(fields.get(i), fields.get(i).title(), token.text(), token.from(), expression, notation.allowed());
            FieldValues value = new CronFieldParser(text, notation, seed).parse();
            values[fields.get(i).ordinal()] = value;
            warnings.addAll(value.warnings());
            seeded |= value.seeded();
        }
        refuseTwoQuestionMarks(expression, tokens, fields);
        FieldValues minutes = values[Field.MINUTE.ordinal()];
        FieldValues hours = values[Field.HOUR.ordinal()];
        FieldValues seconds = values[Field.SECOND.ordinal()];
        Times times = new Times((int) hours.bits(), minutes.bits(), seconds == null ? 1 : seconds.bits());
        CronSchedule schedule = new CronSchedule(times, new Days(days(values)));
        return new Parsed(schedule, false, minutes.star() || hours.star(), seeded, List.copyOf(warnings));
    }

    private static void refuseTwoQuestionMarks(String expression, List<Token> tokens, List<Field> fields) {
        Token ofMonth = tokens.get(fields.indexOf(Field.DAY_OF_MONTH));
        Token ofWeek = tokens.get(fields.indexOf(Field.DAY_OF_WEEK));
        if (ofMonth.text().equals("?") && ofWeek.text().equals("?")) {
            String mended = expression.substring(0, ofMonth.from()) + "*" + expression.substring(ofMonth.to());
            throw TriggerException.inField(Message.of("trigger.cron.twoQuestionMarks"), Field.DAY_OF_WEEK.title(), 0, 1, ofWeek.from(),
                    List.of(use(mended)));
        }
    }

    private static DayRule days(FieldValues[] values) {
        FieldValues ofMonth = values[Field.DAY_OF_MONTH.ordinal()];
        FieldValues ofWeek = values[Field.DAY_OF_WEEK.ordinal()];
        FieldValues year = values[Field.YEAR.ordinal()];
        return new DayRule.Fields((int) values[Field.MONTH.ordinal()].bits(), DayRule.Fields.ALL_WEEKS, ofMonth.days(), ofWeek.days(),
                !ofMonth.star() && !ofWeek.star(), year == null ? null : year.years());
    }
}
