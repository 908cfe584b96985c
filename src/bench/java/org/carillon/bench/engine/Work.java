package org.carillon.bench.engine;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One thing that is done by a Java process of its own. */
enum Work {
    DUE_NOW(DueNow::measure),
    BARE((contender, directory) -> BareH2.measure(directory)),
    ADDING(Adding::measure),
    LATENESS(Lateness::measure),
    IDLE_FILL(Idle::fill),
    IDLE(Idle::measure),
    LEDGER_FILL((contender, directory) -> LargeLedger.fill(directory)),
    LEDGER((contender, directory) -> LargeLedger.measure(directory));

    /** What every scheduler can be asked for that has a store. */
    static final Set<Work> OF_A_STORE = EnumSet.of(DUE_NOW, ADDING, LATENESS, IDLE);

    /** How it is done. */
    private interface Doing {
        Map<Metric, Double> measure(Contenders contender, Path directory) throws Exception;
    }

    private final Doing doing;

    Work(Doing doing) {
        this.doing = doing;
    }

    /** @param directory exists and is empty, or has been filled by {@link #filling()} */
    Map<Metric, Double> measure(Contenders contender, Path directory) throws Exception {
        return doing.measure(contender, directory);
    }

    /** What is to be done before, once for all rounds, because this needs a filled store; null for nothing. */
    Work filling() {
        return switch (this) {
            case IDLE -> IDLE_FILL;
            case LEDGER -> LEDGER_FILL;
            default -> null;
        };
    }
}
