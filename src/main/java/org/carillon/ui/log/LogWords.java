package org.carillon.ui.log;

import java.time.Instant;
import java.util.function.Function;
import javafx.util.StringConverter;
import org.carillon.job.JsonTimes;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.LogLine;
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

    /** A line of one run with its time and stream, as columns of a spreadsheet. */
    String row(LogLine line, String text) {
        return String.join("\t", times.precise(line.time()), stream(line.stream()), text);
    }

    /** The same of a line of some run, with its job and run. */
    String row(LiveLine line, String text) {
        return row(times.precise(line.line().time()), line, text);
    }

    /** The same, with the date and the offset of the zone, for a file. */
    String record(LiveLine line, String text) {
        return row(JsonTimes.write(line.line().time(), times.zone()), line, text);
    }

    private String row(String time, LiveLine line, String text) {
        return String.join("\t", time, line.run().jobName(), "#" + line.run().id(), stream(line.line().stream()), text);
    }

    /** Shows what can be chosen as it reads. */
    <T> StringConverter<T> choices(Function<T, String> read) {
        return new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return read.apply(choice);
            }

            @Override
            public T fromString(String typed) {
                return null;
            }
        };
    }

    /** @param position at which of them the person is; 0 for none */
    String matches(long position, long count) {
        return position == 0 ? say("matches", count) : say("matchOf", position, count);
    }

    String say(String key, Object... arguments) {
        return Message.of("ui.log." + key, arguments).in(times.language());
    }
}
