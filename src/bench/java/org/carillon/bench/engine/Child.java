package org.carillon.bench.engine;

import java.nio.file.Path;
import java.util.Map;

/** A process of its own for one contender and one work; prints what it has measured for {@link ChildJvm} to read. */
final class Child {
    static final String MARK = "measured ";

    private Child() {}

    public static void main(String[] arguments) throws Exception {
        Contenders contender = Contenders.valueOf(arguments[0]);
        Map<Metric, Double> measured = Work.valueOf(arguments[1]).measure(contender, Path.of(arguments[2]));
        measured.forEach((metric, value) -> System.out.println(MARK + metric + " " + value));
        System.out.flush();
        // Some contenders leave threads behind that are not daemons.
        System.exit(0);
    }
}
