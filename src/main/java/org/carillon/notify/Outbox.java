package org.carillon.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one channel. The first notice goes out at once; what follows within the pause after it goes out together at its end,
 * as one summary. So a storm is told by one notice each pause, whatever fails in it. Thread-safe.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_LINES = 20;

    /** What has become of the last notice of a channel. */
    interface Outcome {
        /** @param problem null if it went out */
        void told(String channel, Message problem);
    }

    private final Channel channel;
    private final ScheduledExecutorService thread;
    private final Duration pause;
    private final Outcome outcome;
    private final List<Notice> waiting = new ArrayList<>();
    private boolean pausing;

    /** @param thread where it is sent, one thing at a time */
    Outbox(Channel channel, ScheduledExecutorService thread, Duration pause, Outcome outcome) {
        this.channel = channel;
        this.thread = thread;
        this.pause = pause;
        this.outcome = outcome;
    }

    Channel channel() {
        return channel;
    }

    void add(Notice notice) {
        synchronized (this) {
            if (pausing) {
                waiting.add(notice);
                return;
            }
            pausing = true;
        }
        later(() -> send(notice));
        pauseEnds();
    }

    private void pauseEnds() {
        try {
            thread.schedule(this::afterPause, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The channel is closed", e);
        }
    }

    private void afterPause() {
        List<Notice> taken;
        synchronized (this) {
            taken = List.copyOf(waiting);
            waiting.clear();
            pausing = !taken.isEmpty();
        }
        if (!taken.isEmpty()) {
            send(taken.size() == 1 ? taken.getFirst() : summary(taken));
            pauseEnds();
        }
    }

    /** Sends it besides all others, and tells how that went. */
    void test(Notice notice, Consumer<Message> problem) {
        later(() -> problem.accept(send(notice)));
    }

    private void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The channel is closed", e);
        }
    }

    private Message send(Notice notice) {
        Message problem = null;
        try {
            channel.send(notice);
        } catch (ChannelException e) {
            LOG.warn("A notice did not go out by {}", channel.name(), e);
            problem = e.explanation();
        }
        outcome.told(channel.name(), problem);
        return problem;
    }

    private static Notice summary(List<Notice> notices) {
        List<Message> lines = new ArrayList<>(notices.stream().limit(MOST_LINES).map(Notice::title).toList());
        if (notices.size() > MOST_LINES) {
            lines.add(Message.of("notify.andMore", notices.size() - MOST_LINES));
        }
        long failures = notices.stream().filter(notice -> notice.kind() == Notice.Kind.FAILED).count();
        Message title = Message.of("notify.summary", notices.size(), failures);
        return new Notice(Notice.Kind.SUMMARY, null, "", null, notices.getLast().at(), title, lines, List.of());
    }
}
