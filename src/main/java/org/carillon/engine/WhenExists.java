package org.carillon.engine;

/** What adding several jobs does with those whose id exists. */
public enum WhenExists {
    /** Refuses all of them. */
    REFUSE,
    /** Replaces the stored one; its history stays. */
    REPLACE,
    /** Leaves the stored one as it is. */
    SKIP
}
