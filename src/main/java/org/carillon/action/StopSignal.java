package org.carillon.action;

/** How a run is told to end: first asked, and killed when it does not. Thread-safe. */
public final class StopSignal {
    /** What is asked and killed. Both may block for some milliseconds and may be called more than once. */
    public interface Target {
        /** Asks every process that has not been asked yet: each once, because a second time often means to hurry. */
        void ask();

        void kill();
    }

    private enum Level {
        NONE,
        ASKED,
        KILLED
    }

    private Level level = Level.NONE;
    private Target target;
    private boolean over;

    /** From now on, this is what is asked and killed: at once, if that has been called for already. */
    public void attach(Target attached) {
        Level now;
        synchronized (this) {
            target = attached;
            now = level;
        }
        pass(now, attached);
    }

    /** The run has ended: nothing is asked or killed from now on, and whether it has been asked is settled. */
    public synchronized void detach() {
        target = null;
        over = true;
    }

    public void ask() {
        raise(Level.ASKED);
    }

    public void kill() {
        raise(Level.KILLED);
    }

    /** Whether it was asked or killed before it had ended. */
    public synchronized boolean isAsked() {
        return level != Level.NONE;
    }

    public synchronized boolean isKilled() {
        return level == Level.KILLED;
    }

    private void raise(Level wanted) {
        Target now;
        synchronized (this) {
            if (over) {
                return;
            }
            if (wanted.compareTo(level) > 0) {
                level = wanted;
            }
            now = target;
        }
        pass(wanted, now);
    }

    private static void pass(Level level, Target target) {
        if (target == null) {
            return;
        }
        switch (level) {
            case NONE -> {}
            case ASKED -> target.ask();
            case KILLED -> target.kill();
        }
    }
}
