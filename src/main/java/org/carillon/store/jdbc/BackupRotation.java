package org.carillon.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/** Which backups are kept: the last of each of the last seven days and four weeks (by UTC) that have one. */
final class BackupRotation {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;

    private BackupRotation() {}

    static <T> List<T> toDelete(NavigableMap<Instant, T> backups) {
        List<T> delete = new ArrayList<>();
        Set<Long> days = new HashSet<>();
        Set<Long> weeks = new HashSet<>();
        backups.descendingMap().forEach((time, backup) -> {
            long day = time.getEpochSecond() / Duration.ofDays(1).toSeconds();
            boolean lastOfItsDay = days.add(day) && days.size() <= DAYS;
            boolean lastOfItsWeek = weeks.add(day / 7) && weeks.size() <= WEEKS;
            if (!lastOfItsDay && !lastOfItsWeek) {
                delete.add(backup);
            }
        });
        return delete;
    }
}
