package org.carillon.trigger;

import org.carillon.message.Message;

/**
 * An offer to correct a mistake.
 *
 * @param label      what it does, for a button
 * @param expression the whole text as it would be then
 * @param dialect    the dialect to read it in, null to leave that as it is
 */
public record Mend(Message label, String expression, Dialect dialect) {}
