package org.carillon.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Which backups are kept: the last of each of the last days and weeks (by UTC) that have one.
 *
 * @param keepDays  of how many days
 * @param keepWeeks of how many weeks
 */
public record BackupRotation(int keepDays, int keepWeeks) {
    static final BackupRotation USUAL = new BackupRotation(7, 4);

    <T> List<T> toDelete(NavigableMap<Instant, T> backups) {
        List<T> delete = new ArrayList<>();
        Set<Long> days = new HashSet<>();
        Set<Long> weeks = new HashSet<>();
        backups.descendingMap().forEach((time, backup) -> {
            long day = time.getEpochSecond() / Duration.ofDays(1).toSeconds();
            boolean lastOfItsDay = days.add(day) && days.size() <= keepDays;
            boolean lastOfItsWeek = weeks.add(day / 7) && weeks.size() <= keepWeeks;
            if (!lastOfItsDay && !lastOfItsWeek) {
                delete.add(backup);
            }
        });
        return delete;
    }
}
