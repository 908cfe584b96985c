package org.carillon.trigger;

import java.util.List;
import java.util.Optional;

/** Five fields of crontab with a year behind them, which no dialect has: what it would be in Quartz'. */
final class YearAtEnd {
    /** Quartz' numbers from Monday on. */
    private static final List<String> WEEKDAYS = List.of("2", "3", "4", "5", "6", "7", "1");

    private YearAtEnd() {}

    /** The offer; empty where it is something else, or can't be said so. */
    static Optional<Mend> of(String expression) {
        List<Token> tokens = Token.split(expression);
        if (tokens.size() != 6 || !tokens.get(5).text().matches("\\d{4}.*")) {
            return Optional.empty();
        }
        String five = expression.substring(tokens.getFirst().from(), tokens.get(4).to());
        if (!CronParser.isRight(five, Dialect.UNIX)) {
            return Optional.empty();
        }
        CronSchedule meant = CronParser.parse(five, Dialect.UNIX, "").schedule();
        String quartz = quartz(tokens, ((DayRule.Fields) meant.days().rule()).ofWeek());
        String allYears = quartz + " *";
        boolean same = CronParser.isRight(allYears, Dialect.QUARTZ) && CronParser.parse(allYears, Dialect.QUARTZ, "").schedule().sameAs(meant);
        return Optional.of(quartz + " " + tokens.get(5).text())
                .filter(mended -> same && CronParser.isRight(mended, Dialect.QUARTZ)).map(mended -> Mend.use(mended, Dialect.QUARTZ));
    }

    /** The fields up to the weekday. */
    private static String quartz(List<Token> tokens, DayPattern ofWeek) {
        boolean weekly = !ofWeek.isEveryDay();
        String ofMonth = tokens.get(2).text();
        return String.join(" ", "0", tokens.get(0).text(), tokens.get(1).text(), weekly && ofMonth.equals("*") ? "?" : ofMonth,
                tokens.get(3).text(), weekly ? FieldsOfExpression.weekdays(ofWeek.weekdays(), WEEKDAYS) : "?");
    }
}
