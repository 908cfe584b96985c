package org.carillon.bench;

/** A schedule that every peer is asked for, in the words of each. */
public enum Row {
    EVERY_FIVE_MINUTES("*/5 * * * *", "0 */5 * * * *", "0 0/5 * * * ?", "*/5 * * * *"),
    WEEKDAYS_AT_NINE("0 9 * * 1-5", "0 0 9 * * 1-5", "0 0 9 ? * MON-FRI", "0 9 * * 1-5"),
    NEW_YEAR("0 0 1 1 *", "0 0 0 1 1 *", "0 0 0 1 1 ?", "0 0 1 1 *"),
    LEAP_DAY("0 0 29 2 *", "0 0 0 29 2 *", "0 0 0 29 2 ?", "0 0 29 2 *"),
    IN_THE_GAP("30 2 * * *", "0 30 2 * * *", "0 30 2 * * ?", "30 2 * * *"),
    LAST_DAY_OF_MONTH("0 0 L * *", "0 0 0 L * *", "0 0 0 L * ?", "0 0 L * *");

    private final String unix;
    private final String spring;
    private final String quartz;
    private final String jobRunr;

    Row(String unix, String spring, String quartz, String jobRunr) {
        this.unix = unix;
        this.spring = spring;
        this.quartz = quartz;
        this.jobRunr = jobRunr;
    }

    public String unix() {
        return unix;
    }

    String spring() {
        return spring;
    }

    String quartz() {
        return quartz;
    }

    String jobRunr() {
        return jobRunr;
    }
}
