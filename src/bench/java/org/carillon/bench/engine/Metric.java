package org.carillon.bench.engine;

/** What is measured. */
enum Metric {
    DUE_NOW("10,000 one-off jobs due now", "runs/s", true),
    ADD_EACH("add 10,000 jobs, one call each", "jobs/s", true),
    ADD_EACH_20("the same from 20 threads", "jobs/s", true),
    ADD_ALL("add 10,000 jobs in bulk", "jobs/s", true),
    LATE_P50("lateness, median", "ms", false),
    LATE_P99("lateness, p99", "ms", false),
    LATE_MAX("lateness, worst", "ms", false),
    RESIDENT("10,000 jobs idle: resident", "MB", false),
    IDLE_CPU("10,000 jobs idle: CPU per 10 s", "ms", false),
    READY("1,000,000 runs, 100,000 jobs: ready", "ms", false),
    PAGE_JOBS("100 jobs from the middle", "ms", false),
    FILTER_JOBS("jobs whose name has “4321”, of all", "ms", false),
    LIST_JOBS("all 100,000 jobs listed", "ms", false),
    PAGE_NEWEST("newest 100 runs", "ms", false),
    PAGE_DEEP("100 runs from the middle", "ms", false),
    PAGE_JOB("100 runs of one job", "ms", false),
    PAGE_STATE("100 failed runs", "ms", false),
    PAGE_TIME("100 failed runs of one hour", "ms", false),
    PAGE_RARE("100 of a state that hardly occurs", "ms", false);

    private final String title;
    private final String unit;
    private final boolean moreIsBetter;

    Metric(String title, String unit, boolean moreIsBetter) {
        this.title = title;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    boolean isMoreBetter() {
        return moreIsBetter;
    }
}
