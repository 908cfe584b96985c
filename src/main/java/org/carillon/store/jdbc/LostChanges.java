package org.carillon.store.jdbc;

import java.nio.file.Path;
import java.util.List;

/**
 * Changes that were on disk and are not there any more.
 *
 * @param isOlder whether the tables are those of an earlier time, so that everything since is lost; else some of the last changes are
 * @param kept    the journal that could not be read, or does not belong to these tables; may be empty
 */
public record LostChanges(boolean isOlder, List<Path> kept) {}
