package org.carillon.trigger;

import java.util.BitSet;
import java.util.List;
import org.carillon.message.Message;

/**
 * What one field of an expression says.
 *
 * @param bits     the numbers, for seconds, minutes, hours, months and weeks
 * @param days     the days, for the two day fields, else null
 * @param years    the years, null for all and for every other field
 * @param star     whether the text begins with {@code *} (or is {@code ?}), which decides over clock changes and the day rule
 * @param seeded   whether it holds an {@code H}
 * @param warnings what is taken, but hardly meant
 */
record FieldValues(long bits, DayPattern days, BitSet years, boolean star, boolean seeded, List<Message> warnings) {}
