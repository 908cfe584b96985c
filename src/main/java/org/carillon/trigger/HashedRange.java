package org.carillon.trigger;

import java.util.BitSet;
import org.carillon.message.Message;

/**
 * Jenkins' {@code H}: a number that the job's id decides. {@code H}, {@code H/n}, {@code H(a-b)}, {@code H(a-b)/n}.
 *
 * @param hash not negative
 */
record HashedRange(FieldText text, Notation notation, long hash) {
    void addTo(BitSet found, int from, int to) {
        int least = notation.least();
        int greatest = CronFieldParser.lastHashed(notation);
        int end = from + 1;
        if (end < to && text.at(end) == '(') {
            int close = text.text().indexOf(')', end);
            if (close < 0 || close >= to) {
                throw text.notUnderstood(from, to, text.text().substring(from, to) + ")");
            }
            int dash = CronFieldParser.digits(text, end + 1, close);
            int last = dash < close && text.at(dash) == '-' ? CronFieldParser.digits(text, dash + 1, close) : -1;
            if (dash == end + 1 || last != close || last == dash + 1) {
                throw text.notUnderstood(end, close + 1);
            }
            least = number(end + 1, dash);
            greatest = number(dash + 1, close);
            if (least > greatest) {
                throw text.backwards(end + 1, close, greatest + "-" + least);
            }
            end = close + 1;
        }
        add(found, least, greatest, end == to ? 0 : CronFieldParser.step(text, end, to), end, to);
    }

    private int number(int from, int to) {
        int value = CronFieldParser.value(text, from, to);
        if (value < notation.least() || value > notation.greatest()) {
            throw text.outside(from, to, text.nearest(value, notation.least(), notation.greatest()));
        }
        return value;
    }

    private void add(BitSet found, int least, int greatest, int step, int from, int to) {
        int range = greatest - least + 1;
        if (step == 0) {
            found.set(least + (int) (hash % range));
            return;
        }
        if (step > range) {
            throw text.error(Message.of("trigger.cron.hashStep", text.text().substring(from, to), Integer.toString(range)), from, to);
        }
        for (int number = least + (int) (hash % step); number <= greatest; number += step) {
            found.set(number);
        }
    }
}
