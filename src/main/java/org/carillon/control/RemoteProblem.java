package org.carillon.control;

/** The kinds of problems that the control API answers with, as far as its client tells them apart. */
public final class RemoteProblem {
    /** Before each kind in a problem's {@code type}. */
    public static final String TYPE_PREFIX = "urn:carillon:problem:";
    public static final String INVALID = TYPE_PREFIX + "invalid";
    public static final String NOT_FOUND = TYPE_PREFIX + "not-found";
    public static final String CONFLICT = TYPE_PREFIX + "conflict";
    public static final String STORE_FAILED = TYPE_PREFIX + "store-failed";

    private RemoteProblem() {}
}
