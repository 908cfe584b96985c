package org.carillon.ui.editor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import org.carillon.message.Language;
import org.carillon.settings.Theme;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.AnyTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerWords;
import org.carillon.ui.controls.Segments;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.WindowTheme;

/** What the preview costs its thread at each keystroke: the answer alone, and with the form on the screen until it is laid out. */
public final class PreviewLatency {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(BERLIN, NOW, "job");
    private static final int ROUNDS = 9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> EXPRESSIONS = List.of("*/15 * * * *", "0 9 * * 1-5", "30 2 * * *", "0 0 29 2 *", "0 0 31 2 *",
            "0 0 30 2 *", "0 0 0 30 2 ? 1970-9999", "0 0 0 29 2 ? 2096,2104", "0 0 0 1 1 ? 9999", "0 0 0 1 1 ? 1970", "0 0 13 * 5",
            "30 18 * * 5L", "* * * * * *", "0 0 L-3 * *", "0 0 12 LW * ? 2027-2031", "H H(0-7) * * *", "0 0 1-7 * sun", "17 1,2,3 29 2 1",
            "0 9 * * MONDAY", "0 61 * * *", "@yearly", "0 0 1 1 *", "*/7 22-23,0-4 */2 * 5L");

    private record Sample(String what, double millis) {}

    private PreviewLatency() {}

    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        CountDownLatch rehearsed = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<OnScreen> form = new AtomicReference<>();
        Platform.startup(() -> {
            form.set(new OnScreen());
            shown.countDown();
        });
        shown.await();
        // As when the form has opened.
        Thread.ofVirtual().start(() -> {
            Rehearsal.once(BERLIN, NOW, Language.ENGLISH);
            rehearsed.countDown();
        });
        rehearsed.await();
        Platform.runLater(() -> {
            report("on the screen, expressions typed", typed(form.get()::type));
            report("on the screen, combined", combined(trigger -> trigger.hashCode() % 8 == 0 ? form.get().show(trigger) : 0));
            done.countDown();
        });
        done.await();
        report("the answer alone, expressions typed", typed(PreviewLatency::answer));
        report("the answer alone, combined", combined(PreviewLatency::answer));
        Platform.exit();
    }

    private static List<Sample> typed(Function<String, Double> measured) {
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String expression : EXPRESSIONS) {
                for (int end = 1; end <= expression.length(); end++) {
                    samples.add(new Sample(expression.substring(0, end), measured.apply(expression.substring(0, end))));
                }
            }
        }
        return samples;
    }

    private static List<Sample> combined(Measured measured) {
        List<Sample> samples = new ArrayList<>();
        List<Trigger> parts = new ArrayList<>(List.of(interval(2_000), interval(7_000), interval(1_500), interval(86_400_000),
                cron("1/2 * * * * *"), cron("0 0 29 2 1"), cron("30 2 * * *"), cron("30 3 * * *"), cron("0 0 31 2 *"), cron("* * * * *"),
                cron("59 59 23 29 2 * 2096-9999"), cron("0 0 * * *").withZone(ZoneId.of("Asia/Shanghai"))));
        for (int round = 0; round < ROUNDS; round++) {
            for (Trigger one : parts) {
                for (Trigger other : parts) {
                    for (Trigger whole : List.of(new AllTrigger(List.of(one, other), BERLIN), new AnyTrigger(List.of(one, other), BERLIN),
                            new AnyTrigger(List.of(new AllTrigger(List.of(one, other), BERLIN), other), BERLIN),
                            new AllTrigger(List.of(one, new AnyTrigger(List.of(other, cron("7 7 7 7 7 *")), BERLIN), interval(3_000)), BERLIN))) {
                        samples.add(new Sample(whole.toString(), measured.apply(whole)));
                    }
                }
            }
        }
        return samples;
    }

    private interface Measured {
        double apply(Trigger trigger);
    }

    private static double answer(String text) {
        long start = cpu();
        CronForm form = new CronForm(DEFAULTS);
        form.typing().set(true);
        form.text().set(text);
        form.caret().set(text.length());
        if (form.reading().trigger() != null) {
            answer(form.reading().trigger());
        }
        return (cpu() - start) / 1e6;
    }

    private static double answer(Trigger trigger) {
        long start = cpu();
        SchedulePreview.of(trigger, NOW);
        TriggerWords.describe(trigger, Language.ENGLISH);
        return (cpu() - start) / 1e6;
    }

    /** The form in a scene, as a person has it. */
    private static final class OnScreen {
        private final JobEditorViewModel model = new JobEditorViewModel(EditorMode.NEW, null, BERLIN, InstantSource.fixed(NOW));
        private final Parent root;

        OnScreen() {
            Surroundings surroundings = new Surroundings(Language.ENGLISH, BERLIN, InstantSource.fixed(NOW), null, null);
            WhenController when = new WhenController(model, surroundings);
            HBox both = new HBox(Views.<Parent>load(when, Language.ENGLISH),
                    Views.<Parent>load(new PreviewController(model, surroundings), Language.ENGLISH));
            both.getStylesheets().addAll(PreviewLatency.class.getResource("editor.css").toString(),
                    Segments.class.getResource("controls.css").toString());
            root = both;
            Scene scene = new Scene(root, 1080, 780);
            new WindowTheme(Theme.LIGHT).dress(scene);
            layout();
        }

        double type(String text) {
            if (model.schedule().mode().get() != ScheduleForm.Mode.CRON) {
                // With the mouse, before the first key.
                model.schedule().mode().set(ScheduleForm.Mode.CRON);
                layout();
            }
            model.schedule().cron().typing().set(true);
            long start = cpu();
            model.schedule().cron().text().set(text);
            model.schedule().cron().caret().set(text.length());
            layout();
            return (cpu() - start) / 1e6;
        }

        double show(Trigger trigger) {
            model.schedule().show(trigger);
            layout();
            long start = cpu();
            model.schedule().limits().notBefore().date().set(LocalDate.of(2026, 3, 1).plusDays(System.nanoTime() % 20));
            layout();
            return (cpu() - start) / 1e6;
        }

        private void layout() {
            root.applyCss();
            root.layout();
        }
    }

    /** What this thread itself has spent, so that a busy machine is not held against it. */
    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static void report(String title, List<Sample> samples) {
        print(title + ", first round", samples.subList(0, samples.size() / ROUNDS));
        print(title + ", last three rounds", samples.subList(samples.size() / 3 * 2, samples.size()));
    }

    private static void print(String title, List<Sample> samples) {
        double[] sorted = samples.stream().filter(sample -> sample.millis > 0).mapToDouble(Sample::millis).sorted().toArray();
        Sample worst = samples.stream().max((one, other) -> Double.compare(one.millis, other.millis)).orElseThrow();
        System.out.printf(Locale.ROOT, "%-55s %5d  p50 %7.3f  p99 %7.3f  worst %7.3f ms  %s%n", title, sorted.length,
                sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], worst.millis, worst.what);
        double[] over = Arrays.stream(sorted).filter(millis -> millis > 16).toArray();
        if (over.length > 0) {
            System.out.printf("%-55s %5d over 16 ms: %s%n", "", over.length,
                    samples.stream().filter(sample -> sample.millis > 16).map(sample -> samples.indexOf(sample) + " " + sample.what + " " + Math.round(sample.millis)).toList());
        }
    }

    private static Trigger interval(int millis) {
        return new IntervalTrigger(Duration.ofMillis(millis), NOW, null, BERLIN);
    }

    private static CronTrigger cron(String expression) {
        return CronTrigger.parse(expression, null, DEFAULTS);
    }
}
