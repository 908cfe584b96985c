package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carillon.engine.JobStatus;

/**
 * How many runs begin in each hour of the next seven days, and where several jobs begin in the same minute. A job that runs several
 * times in a minute counts once for that minute.
 *
 * @param hours      one per hour, in order; 168, or one less or more where the clocks change
 * @param collisions the minutes in which most jobs begin, the fullest first
 */
record Load(List<Hour> hours, List<Collision> collisions) {
    private static final int DAYS = 7;
    private static final int MOST_COLLISIONS = 50;
    private static final int MOST_NAMES = 5;

    /** @param begins when it begins @param runs how many begin in it @param jobs of how many jobs */
    record Hour(ZonedDateTime begins, int runs, int jobs) {}

    /** @param at the minute @param jobs how many begin in it @param names of the first few of them */
    record Collision(Instant at, int jobs, List<String> names) {}

    /** @param zone of the person who looks */
    static Load of(List<JobStatus> jobs, Instant now, ZoneId zone) {
        ZonedDateTime begin = now.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        int minutes = (int) Duration.between(begin, begin.plusDays(DAYS)).toMinutes();
        int[] starts = new int[minutes];
        int[] jobsInHour = new int[(minutes + 59) / 60];
        List<JobStatus> active = jobs.stream().filter(status -> status.nextRun() != null && !status.isBroken()).toList();
        for (JobStatus status : active) {
            count(status, begin.toInstant(), starts, jobsInHour);
        }
        return new Load(hours(begin, starts, jobsInHour), collisions(active, begin.toInstant(), starts));
    }

    /**
     * How full an hour is: 0 for no run at all, else from 1, the emptiest hour in which anything runs, to that many steps, the fullest.
     * The present hour, of which only a part is to come, does not set the scale.
     */
    int step(Hour hour, int steps) {
        List<Integer> whole = hours.stream().skip(1).map(Hour::runs).filter(runs -> runs > 0).toList();
        int most = whole.stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = whole.stream().mapToInt(Integer::intValue).min().orElse(0);
        if (hour.runs() == 0 || most == least) {
            return hour.runs() == 0 ? 0 : (steps + 1) / 2;
        }
        return (int) Math.clamp(1 + Math.round((steps - 1.0) * (hour.runs() - least) / (most - least)), 1L, steps);
    }

    private static void count(JobStatus status, Instant begin, int[] starts, int[] jobsInHour) {
        int lastHour = -1;
        Instant next = status.nextRun();
        while (next != null) {
            long minute = Math.floorDiv(Duration.between(begin, next).toSeconds(), 60);
            if (minute >= starts.length) {
                return;
            }
            if (minute >= 0) {
                starts[(int) minute]++;
                int hour = (int) minute / 60;
                jobsInHour[hour] += hour == lastHour ? 0 : 1;
                lastHour = hour;
            }
            next = status.job().trigger().next(begin.plusSeconds((minute + 1) * 60).minusNanos(1));
        }
    }

    private static List<Hour> hours(ZonedDateTime begin, int[] starts, int[] jobsInHour) {
        List<Hour> hours = new ArrayList<>(jobsInHour.length);
        for (int hour = 0; hour < jobsInHour.length; hour++) {
            int runs = 0;
            for (int minute = hour * 60; minute < Math.min(starts.length, hour * 60 + 60); minute++) {
                runs += starts[minute];
            }
            hours.add(new Hour(begin.plusHours(hour), runs, jobsInHour[hour]));
        }
        return List.copyOf(hours);
    }

    private static List<Collision> collisions(List<JobStatus> jobs, Instant begin, int[] starts) {
        List<Integer> full = new ArrayList<>();
        for (int minute = 0; minute < starts.length; minute++) {
            if (starts[minute] > 1) {
                full.add(minute);
            }
        }
        return full.stream()
                .sorted(Comparator.<Integer>comparingInt(minute -> -starts[minute]).thenComparingInt(minute -> minute))
                .limit(MOST_COLLISIONS)
                .map(minute -> collision(jobs, begin.plusSeconds(minute * 60L), starts[minute]))
                .toList();
    }

    private static Collision collision(List<JobStatus> jobs, Instant at, int count) {
        List<String> names = jobs.stream().filter(status -> beginsIn(status, at)).limit(MOST_NAMES).map(status -> status.job().name()).toList();
        return new Collision(at, count, names);
    }

    private static boolean beginsIn(JobStatus status, Instant minute) {
        Instant end = minute.plusSeconds(60);
        Instant from = status.nextRun().isAfter(minute) ? status.nextRun() : minute;
        Instant next = from.isBefore(end) ? status.job().trigger().next(from.minusNanos(1)) : null;
        return next != null && next.isBefore(end);
    }
}
