package org.carillon.store.jdbc;

import java.nio.file.Path;
import java.time.Instant;
import org.carillon.message.Message;

/**
 * A damaged store file was replaced by a backup.
 *
 * @param damaged where the damaged file is kept
 * @param backup  what was put in its place
 * @param madeAt  when that backup was made: what happened after it is lost
 * @param damage  what was wrong
 */
public record Restoration(Path damaged, Path backup, Instant madeAt, Message damage) {}
