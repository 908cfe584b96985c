package org.carillon.bench.engine;

/** Runs from when it is made. */
record Stopwatch(long startedNanos) {
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    double millis() {
        return (System.nanoTime() - startedNanos) / 1e6;
    }

    double perSecond(int count) {
        return count / (millis() / 1e3);
    }
}
