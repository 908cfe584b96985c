package org.carillon.trigger;

/**
 * A range that runs over the end of its cycle, such as hours from 22 to 4, for notations that know only ranges that don't.
 *
 * @param first beyond {@code last}
 * @param step  at least 1
 */
record WrappedRange(int first, int last, int step) {
    /** The same numbers in two ranges, of a cycle from {@code least} to {@code greatest}: {@code 22-23,0-4}, with a step {@code 22,0-4/2}. */
    String inTwo(int least, int greatest) {
        int count = greatest - least + 1;
        int beyond = first + (greatest - first + step) / step * step;
        String until = row(first, greatest);
        return beyond - count > last ? until : until + "," + row(beyond - count, last);
    }

    /** With its ends exchanged, where there is no cycle. */
    String turned() {
        return row(last, first);
    }

    private String row(int from, int to) {
        return from > to - step ? Integer.toString(from) : from + "-" + to + (step == 1 ? "" : "/" + step);
    }
}
