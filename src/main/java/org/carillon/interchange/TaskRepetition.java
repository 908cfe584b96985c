package org.carillon.interchange;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carillon.message.Message;

/**
 * How a task goes on after each start.
 *
 * @param interval null for not at all
 * @param duration for how long, null for without end
 */
record TaskRepetition(Duration interval, Duration duration) {
    private static final int DAY = 86_400;

    static TaskRepetition of(Optional<XmlElement> repetition) {
        Optional<Duration> interval = repetition.flatMap(element -> element.text("Interval")).map(TaskSchedulerReader::duration);
        if (interval.filter(length -> length.toSeconds() < 60).isPresent()) {
            throw new InterchangeException(Message.of("interchange.windows.duration", interval.get().toString()));
        }
        return new TaskRepetition(interval.orElse(null),
                repetition.flatMap(element -> element.text("Duration")).map(TaskSchedulerReader::duration).orElse(null));
    }

    boolean isNone() {
        return interval == null;
    }

    /**
     * The times of the day at which it starts, for a task that begins at that second of the day: for each second within the
     * hour the minutes, and for these the hours; keyed by how many days later.
     *
     * @throws InterchangeException if it would go on beyond the next start, a day later
     */
    SortedMap<Integer, SortedSet<Integer>> times(int from) {
        SortedMap<Integer, SortedSet<Integer>> times = new TreeMap<>();
        long length = isNone() ? 1 : duration == null ? DAY : duration.toSeconds();
        if (length > DAY) {
            throw new InterchangeException(Message.of("interchange.windows.repetition", duration.toString()));
        }
        long step = isNone() ? length : interval.toSeconds();
        for (long passed = 0; passed < length; passed += step) {
            int at = (int) (from + passed);
            times.computeIfAbsent(at / DAY, day -> new TreeSet<>()).add(at % DAY);
        }
        return times;
    }
}
