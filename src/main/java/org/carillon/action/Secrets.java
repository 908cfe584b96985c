package org.carillon.action;

import java.util.Optional;

/** Where the secrets are that jobs name. Thread-safe. */
@FunctionalInterface
public interface Secrets {
    /** There are none. */
    Secrets NONE = name -> Optional.empty();

    /** The value of a secret; empty if there is none of that name. May read files. */
    Optional<String> find(String name);
}
