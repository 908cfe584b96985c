package org.carillon.trigger;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random cron expressions that are right. */
final class CronArbitraries {
    private static final List<String> MONTHS = List.of("jan", "Feb", "MAR", "jun", "Oct", "DEC");
    private static final List<String> WEEKDAYS = List.of("sun", "Mon", "TUE", "wed", "Thu", "FRI", "sat");

    private CronArbitraries() {}

    static Arbitrary<String> unix() {
        Arbitrary<String> five = Combinators.combine(numbers(0, 59, false), numbers(0, 23, false), daysOfMonth(false), months(false),
                daysOfWeek(0, 6, false)).as((minute, hour, day, month, weekday) -> String.join(" ", minute, hour, day, month, weekday));
        Arbitrary<String> seconds = Arbitraries.of("", "", "0 ", "*/20 ", "5,50 ", "17/9 ", "30-59/29 ");
        return Combinators.combine(seconds, five).as((second, rest) -> second + rest);
    }

    static Arbitrary<String> quartz() {
        Arbitrary<String> days = Combinators.combine(daysOfMonth(true), months(true), daysOfWeek(1, 7, true), Arbitraries.of(0, 1, 2))
                .as((day, month, weekday, which) -> (which == 0 ? "?" : day) + " " + month + " " + (which == 1 ? "?" : weekday));
        return Combinators.combine(numbers(0, 59, true), numbers(0, 59, true), numbers(0, 23, true), days,
                Arbitraries.of("", "", " *", " 2027", " 2025-2031", " 2024/3", " 2026,2030"))
                .as((second, minute, hour, day, year) -> String.join(" ", second, minute, hour, day) + year);
    }

    private static Arbitrary<String> numbers(int least, int greatest, boolean wraps) {
        Arbitrary<Integer> number = Arbitraries.integers().between(least, greatest);
        Arbitrary<Integer> step = Arbitraries.integers().between(1, greatest);
        Arbitrary<String> range = Combinators.combine(number, number).as((one, other) -> wraps || one <= other
                ? one + "-" + other : other + "-" + one);
        return list(Arbitraries.oneOf(Arbitraries.just("*"), number.map(String::valueOf), range, step.map(n -> "*/" + n),
                Combinators.combine(number, step).as((from, n) -> from + "/" + n),
                Combinators.combine(range, step).as((some, n) -> some + "/" + n)));
    }

    private static Arbitrary<String> months(boolean wraps) {
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.just("*")),
                net.jqwik.api.Tuple.of(2, numbers(1, 12, wraps)), net.jqwik.api.Tuple.of(1, Arbitraries.of(MONTHS)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(wraps ? "NOV-FEB" : "mar-OCT/2")));
    }

    private static Arbitrary<String> daysOfMonth(boolean wraps) {
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 31);
        Arbitrary<String> special = Arbitraries.oneOf(Arbitraries.of("L", "LW", "l", "L-1", "L-30", "1W", "31w"),
                number.map(n -> n + "W"), Arbitraries.integers().between(0, 30).map(n -> "L-" + n),
                Arbitraries.integers().between(0, 30).map(n -> "L-" + n + "W"));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, Arbitraries.just("*")), net.jqwik.api.Tuple.of(2, numbers(1, 31, wraps)),
                net.jqwik.api.Tuple.of(3, list(Arbitraries.oneOf(special, number.map(String::valueOf)))));
    }

    private static Arbitrary<String> daysOfWeek(int least, int greatest, boolean quartz) {
        Arbitrary<String> day = Arbitraries.oneOf(Arbitraries.integers().between(least, 7).map(String::valueOf), Arbitraries.of(WEEKDAYS));
        Arbitrary<String> special = Arbitraries.oneOf(day.map(some -> some + "L"),
                Combinators.combine(day, Arbitraries.integers().between(1, 5)).as((some, n) -> some + "#" + n),
                Arbitraries.just(quartz ? "L" : "5L"));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, Arbitraries.just("*")),
                net.jqwik.api.Tuple.of(2, numbers(least, greatest, quartz)), net.jqwik.api.Tuple.of(2, list(special)),
                net.jqwik.api.Tuple.of(1, list(day)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(quartz ? "FRI-MON" : "fri-sun", "mon-FRI", "TUE-sat/2", quartz ? "SAT-TUE/2" : "5-7")));
    }

    private static Arbitrary<String> list(Arbitrary<String> item) {
        return item.list().ofMinSize(1).ofMaxSize(3).map(items -> String.join(",", items));
    }
}
