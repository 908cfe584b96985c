package org.carillon.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.carillon.job.Job;
import org.carillon.job.NotifyRule;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.MailServer;
import org.carillon.settings.NoticeSettings;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices of real runs. */
class NotifierTest {
    @TempDir
    Path directory;

    private final List<Notice> sent = new CopyOnWriteArrayList<>();
    private final List<Map<String, Message>> troubles = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private LiveScheduler live;
    private Notifier notifier;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
    }

    @AfterEach
    void close() {
        if (notifier != null) {
            notifier.close();
        }
        live.close();
    }

    @Test
    void theFirstFailureAndTheRecoveryAreToldWithTheTailOfTheOutput() throws Exception {
        begin(Duration.ZERO, rule -> rule);
        Path good = directory.resolve("good");
        live.scheduler.add(LiveScheduler.yearly("backup", "Backup", "echo looking; test -e '" + good + "'"));
        run("backup");
        until(1);
        run("backup");
        Files.createDirectory(good);
        run("backup");
        until(2);
        assertThat(titles()).containsExactly("Backup failed: exit code 1", "Backup works again after 2 failures");
        assertThat(sent.getFirst().tail()).containsExactly("looking");
        assertThat(sent.getFirst().jobId()).isEqualTo("backup");
        run("backup");
        assertThat(sent).hasSize(2);
    }

    @Test
    void theTailIsToldWithoutTheColoursOfATerminal() {
        begin(Duration.ZERO, rule -> rule);
        live.scheduler.add(LiveScheduler.yearly("colours", "Colours", "printf '\\033[1;31mno space\\033[0m left\\n'; exit 1"));
        run("colours");
        until(1);
        assertThat(sent.getFirst().tail()).containsExactly("no space left");
    }

    @Test
    void everyThirdFailureInARowIsTold() {
        begin(Duration.ZERO, _ -> new NotifyRule(false, 3, false, null, false, null));
        live.scheduler.add(LiveScheduler.yearly("sync", "Sync", "exit 2"));
        for (int i = 0; i < 7; i++) {
            run("sync");
        }
        until(2);
        assertThat(titles()).containsExactly("Sync failed again: exit code 2; 3 times in a row", "Sync failed again: exit code 2; 6 times in a row");
    }

    @Test
    void aRunThatGoesOnForTooLongIsToldWhileItGoesOn() {
        begin(Duration.ZERO, _ -> new NotifyRule(false, null, false, Duration.ofMillis(300), false, null));
        live.scheduler.add(LiveScheduler.yearly("slow", "Slow", "sleep 60"));
        long run = live.scheduler.start("slow");
        until(1);
        assertThat(live.scheduler.run(run).orElseThrow().state().isFinal()).isFalse();
        assertThat(sent.getFirst().kind()).isEqualTo(Notice.Kind.TOO_LONG);
        live.scheduler.stop(run);
    }

    @Test
    void aJobsOwnRuleComesBeforeTheSettingsOne() {
        begin(Duration.ZERO, rule -> rule);
        Job quiet = LiveScheduler.yearly("quiet", "Quiet", "exit 1");
        live.scheduler.add(quiet.withPolicy(quiet.policy().withNotices(NotifyRule.NEVER)));
        Job elsewhere = LiveScheduler.yearly("elsewhere", "Elsewhere", "exit 1");
        live.scheduler.add(elsewhere.withPolicy(quiet.policy().withNotices(new NotifyRule(true, null, false, null, false, List.of("another")))));
        live.scheduler.add(LiveScheduler.yearly("loud", "Loud", "exit 1"));
        run("quiet");
        run("elsewhere");
        run("loud");
        until(1);
        assertThat(titles()).containsExactly("Loud failed: exit code 1");
    }

    @Test
    void aFailureThatWasThereBeforeIsNoFirstOne() {
        live.scheduler.add(LiveScheduler.yearly("sync", "Sync", "exit 1"));
        run("sync");
        begin(Duration.ZERO, _ -> new NotifyRule(true, null, true, null, false, null));
        run("sync");
        live.scheduler.add(LiveScheduler.yearly("loud", "Loud", "exit 1"));
        run("loud");
        until(1);
        assertThat(titles()).containsExactly("Loud failed: exit code 1");
    }

    @Test
    void aStormIsToldByOneNoticeAndOneSummary() {
        begin(Duration.ofSeconds(3), rule -> rule);
        for (int i = 0; i < 30; i++) {
            live.scheduler.add(LiveScheduler.yearly("job" + i, "Job " + i, "exit 1"));
        }
        List<Long> runs = live.scheduler.jobs().stream().map(status -> live.scheduler.start(status.id())).toList();
        live.until(() -> runs.stream().allMatch(run -> live.scheduler.run(run).orElseThrow().state().isFinal()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> told() == 30);
        assertThat(sent).hasSizeLessThan(6);
        Notice summary = sent.stream().filter(notice -> notice.kind() == Notice.Kind.SUMMARY).findFirst().orElseThrow();
        assertThat(summary.title().in(Language.ENGLISH)).contains("things happened within a short time");
    }

    @Test
    void aChannelThatFailsIsKnownUntilItWorksAgain() {
        begin(Duration.ZERO, rule -> rule);
        notifier.watch(troubles::add);
        broken = true;
        tell();
        assertThat(notifier.troubles()).containsOnlyKeys("desktop");
        assertThat(notifier.troubles().get("desktop").in(Language.ENGLISH)).isEqualTo("The desktop did not show it: broken");
        broken = false;
        tell();
        assertThat(notifier.troubles()).isEmpty();
        assertThat(troubles).hasSize(2);
    }

    private void tell() {
        List<Boolean> answers = new CopyOnWriteArrayList<>();
        notifier.test(NoticeSettings.USUAL, "desktop", problem -> answers.add(problem == null));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly(!broken);
    }

    private void begin(Duration pause, UnaryOperator<NotifyRule> rule) {
        Channels channels = new Channels(new Recording("desktop"), new Recording("sound"), () -> Language.ENGLISH, HttpClient::newHttpClient);
        NoticeSettings settings = new NoticeSettings(rule.apply(NotifyRule.USUAL), true, false, MailServer.NONE, List.of());
        notifier = new Notifier(live.scheduler, live.logs, channels, InstantSource.system(), pause, settings);
        live.scheduler.listen(Notifier.EVENTS, notifier);
    }

    private void run(String job) {
        long run = live.scheduler.start(job);
        live.until(() -> live.scheduler.run(run).orElseThrow().state().isFinal());
    }

    /** How many failures were told, each for itself or in a summary. */
    private long told() {
        return sent.stream().mapToLong(notice -> notice.kind() == Notice.Kind.SUMMARY ? (Integer) notice.title().arguments().getFirst() : 1).sum();
    }

    private void until(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> sent.size() >= count);
        assertThat(sent).hasSize(count);
    }

    private List<String> titles() {
        return sent.stream().map(notice -> notice.title().in(Language.ENGLISH)).toList();
    }

    private final class Recording implements Channel {
        private final String name;

        Recording(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(Notice notice) throws ChannelException {
            if (broken) {
                throw new ChannelException(Message.of("notify.desktopFailed", "broken"), null);
            }
            sent.add(notice);
        }
    }
}
