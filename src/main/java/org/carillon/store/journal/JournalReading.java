package org.carillon.store.journal;

/**
 * What was read of a journal.
 *
 * @param last      the number of the last entry that could be read
 * @param isDamaged whether entries that were completely written cannot be read; those after them were, where they could
 */
public record JournalReading(long last, boolean isDamaged) {}
