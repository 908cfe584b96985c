package org.carillon.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.DirectBackground;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final RecentChoices recent = new RecentChoices();

    private PaletteViewModel palette(Background background) {
        return new PaletteViewModel(background, recent, Language.ENGLISH);
    }

    private List<PaletteEntry> everything() {
        List<PaletteEntry> all = new ArrayList<>();
        all.add(PaletteEntry.of("pause", Message.of("ui.shell.key.pauseAll"), "Ctrl+P", Language.ENGLISH, () -> done.add("pause")));
        all.add(PaletteEntry.of("settings", Message.of("ui.shell.settings"), "Ctrl+,", Language.ENGLISH, () -> done.add("settings")));
        JobVerb.Target backup = new JobVerb.Target("nightly", "Nightly backup", List.of("disk"), EnumSet.of(JobVerb.OPEN, JobVerb.RUN, JobVerb.PAUSE));
        all.addAll(JobVerb.entries(List.of(backup), Language.ENGLISH, (verb, job) -> done.add(verb + " " + job)));
        return all;
    }

    private static List<String> titles(PaletteViewModel palette) {
        return palette.found().stream().map(PaletteEntry::title).toList();
    }

    @Test
    void anEmptyFieldOffersEverythingWithWhatWasUsedLatelyFirst() {
        PaletteViewModel palette = palette(new DirectBackground());
        palette.open(this::everything);
        assertThat(titles(palette)).hasSize(5).startsWith("Pause everything, or resume");
        palette.typed().set("settings");
        assertThat(palette.run()).isTrue();
        palette.open(this::everything);
        assertThat(titles(palette)).startsWith("Settings", "Pause everything, or resume");
        assertThat(done).containsExactly("settings");
    }

    @Test
    void aVerbAndAPartOfTheNameFindWhatCanBeDoneWithAJob() {
        PaletteViewModel palette = palette(new DirectBackground());
        palette.open(this::everything);
        palette.typed().set("run back");
        assertThat(titles(palette)).first().isEqualTo("Run Nightly backup now");
        palette.run();
        assertThat(done).containsExactly("RUN nightly");
    }

    @Test
    void bothLanguagesAreSearchedWhicheverIsShown() {
        PaletteViewModel palette = palette(new DirectBackground());
        palette.open(this::everything);
        palette.typed().set("设置");
        assertThat(titles(palette)).containsExactly("Settings");
        palette.typed().set("暂停 nightly");
        assertThat(titles(palette)).containsExactly("Pause Nightly backup");
    }

    @Test
    void aTagFindsTheJobAndLettersInBetweenMayBeLeftOut() {
        PaletteViewModel palette = palette(new DirectBackground());
        palette.open(this::everything);
        palette.typed().set("disk");
        assertThat(titles(palette)).containsExactly("Show Nightly backup", "Run Nightly backup now", "Pause Nightly backup");
        palette.typed().set("sttngs");
        assertThat(titles(palette)).containsExactly("Settings");
        palette.typed().set("qqq");
        assertThat(palette.chosen().get()).isNull();
        assertThat(palette.run()).isFalse();
    }

    @Test
    void upAndDownStayWithinWhatWasFound() {
        PaletteViewModel palette = palette(new DirectBackground());
        palette.open(this::everything);
        palette.move(2);
        assertThat(palette.chosen().get()).isSameAs(palette.found().get(2));
        palette.move(100);
        assertThat(palette.chosen().get()).isSameAs(palette.found().getLast());
        palette.move(-100);
        assertThat(palette.chosen().get()).isSameAs(palette.found().getFirst());
    }

    @Test
    void whileOneSearchGoesOnOnlyTheNewestWordsWait() {
        Waiting background = new Waiting();
        PaletteViewModel palette = palette(background);
        palette.open(this::everything);
        IntStream.range(1, 9).forEach(letters -> palette.typed().set("settings".substring(0, letters)));
        assertThat(background.work).hasSize(1);
        background.work.poll().run();
        assertThat(background.work).hasSize(1);
        background.work.poll().run();
        assertThat(background.work).isEmpty();
        assertThat(titles(palette)).containsExactly("Settings");
        assertThat(palette.searchedFor().get()).isEqualTo("settings");
    }

    @Test
    void amongFiveThousandJobsNoMoreAreShownThanAPersonReads() {
        List<JobVerb.Target> jobs = IntStream.range(0, 5_000)
                .mapToObj(i -> new JobVerb.Target("job-" + i, "Job " + i, List.of(), EnumSet.allOf(JobVerb.class))).toList();
        PaletteViewModel palette = palette(new DirectBackground());
        palette.open(() -> JobVerb.entries(jobs, Language.ENGLISH, (verb, job) -> done.add(verb + " " + job)));
        palette.typed().set("run 4321");
        assertThat(palette.found()).hasSizeLessThanOrEqualTo(200);
        palette.run();
        assertThat(done).containsExactly("RUN job-4321");
    }

    /** Does what it is given when the test says so. */
    private static final class Waiting implements Background {
        final Deque<Runnable> work = new ArrayDeque<>();

        @Override
        public <T> void run(Supplier<? extends T> asked, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            work.add(() -> done.accept(asked.get()));
        }
    }
}
