package org.carillon.ui.controls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carillon.message.Language;

/** Finds time zones by what people type: part of a city's or region's name, an offset, the zone's name in their language. */
public final class ZoneSearch {
    private record Entry(ZoneId zone, String id, String city, String names) {}

    private final List<Entry> entries;

    /** @param now the moment whose offsets are searched */
    public ZoneSearch(Language language, Instant now) {
        entries = Stream.concat(
                        Stream.of("UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted())
                .map(id -> entry(ZoneId.of(id), language, now))
                .toList();
    }

    private static Entry entry(ZoneId zone, Language language, Instant now) {
        String id = plain(zone.getId());
        Locale locale = language.locale();
        String names = zone.getDisplayName(TextStyle.FULL, locale) + " " + zone.getDisplayName(TextStyle.SHORT, locale)
                + " " + offset(zone, now);
        return new Entry(zone, id, id.substring(id.lastIndexOf('/') + 1), plain(names));
    }

    /** Those that match, the likeliest first; all of them for an empty text. */
    public List<ZoneId> find(String text) {
        String sought = plain(text.strip());
        Function<Entry, Integer> rank = entry -> rank(entry, sought);
        return entries.stream()
                .filter(entry -> rank.apply(entry) < Integer.MAX_VALUE)
                .sorted(Comparator.comparing(rank))
                .map(Entry::zone)
                .toList();
    }

    private static int rank(Entry entry, String sought) {
        if (entry.id.equals(sought) || entry.city.equals(sought)) {
            return 0;
        }
        if (entry.city.startsWith(sought)) {
            return 1;
        }
        if (entry.id.startsWith(sought)) {
            return 2;
        }
        return entry.id.contains(sought) ? 3 : entry.names.contains(sought) ? 4 : Integer.MAX_VALUE;
    }

    /** For instance {@code UTC+01:00}: how far that zone is from UTC at that moment. */
    public static String offset(ZoneId zone, Instant now) {
        String offset = zone.getRules().getOffset(now).getId();
        return "UTC" + (offset.equals("Z") ? "" : offset);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
