package org.carillon.app;

/**
 * Ties the program to the process that started it, where that one is Maven: Maven ends by a signal without passing it on, and would
 * leave a scheduler behind that nobody sees any more.
 */
final class ParentProcess {
    /** A system property; set to {@code true}, the program ends when its parent does. */
    private static final String PROPERTY = "carillon.endWithParent";

    private ParentProcess() {}

    /** The program is asked to end, as by a signal, once its parent has ended. */
    static void follow() {
        if (Boolean.getBoolean(PROPERTY)) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        }
    }
}
