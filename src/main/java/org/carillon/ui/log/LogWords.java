package org.carillon.ui.log;

import java.time.Instant;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.LogStream;
import org.carillon.message.Message;
import org.carillon.ui.theme.StateLook;
import org.carillon.ui.theme.TimeWords;

/**
 * How the log view reads.
 *
 * @param times how times read
 */
record LogWords(TimeWords times) {
    /** Which run it is and how it stands; empty for no run. */
    String title(Run run, Instant now) {
        if (run == null) {
            return "";
        }
        String state = StateLook.of(run.state()).word().in(times.language());
        if (run.reason() != null) {
            state = say("title.because", state, run.reason().words());
        }
        String id = "#" + run.id();
        if (run.startedAt() == null) {
            return say("title.waiting", id, state);
        }
        String started = times.brief(run.startedAt(), now);
        return run.duration() == null
                ? say("title.running", id, state, started)
                : say("title.ended", id, state, started, times.duration(run.duration()));
    }

    /** Why there is nothing to see. */
    String nothing(Run run) {
        if (run == null) {
            return say("none.run");
        }
        if (run.state() == RunState.SKIPPED || run.state() == RunState.MISSED) {
            return say("none.notRun");
        }
        if (run.state().isFinal()) {
            return say(run.outputBytes() > 0 ? "none.gone" : "none.nothing");
        }
        return say("none.yet");
    }

    String newLines(int count) {
        return count >= LogPager.MOST_COUNTED ? say("newLinesMany", LogPager.MOST_COUNTED) : say("newLines", count);
    }

    String stream(LogStream stream) {
        return say(stream == LogStream.ERR ? "stream.err" : "stream.out");
    }

    /** @param position at which of them the person is; 0 for none */
    String matches(long position, long count) {
        return position == 0 ? say("matches", count) : say("matchOf", position, count);
    }

    String say(String key, Object... arguments) {
        return Message.of("ui.log." + key, arguments).in(times.language());
    }
}
