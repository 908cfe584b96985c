package org.carillon.interchange;

/** Where a user's crontab comes from. */
@FunctionalInterface
public interface CrontabSource {
    /**
     * The whole text. May wait for another program.
     *
     * @throws InterchangeException if there is none, or it cannot be read; it says why
     */
    String read();
}
