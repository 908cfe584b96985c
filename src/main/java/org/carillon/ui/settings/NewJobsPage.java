package org.carillon.ui.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import org.carillon.job.CatchUp;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.settings.NewJobs;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.ZonePicker;

/** What the form for a new job begins with. */
final class NewJobsPage extends SettingsPage {
    private static final int MOST_MINUTES = 100_000;
    private static final int MOST_RETRIES = 1000;

    NewJobsPage(SettingsParts parts) {
        super(parts);
        heading("page.newJobs");
        getChildren().add(quiet(say("newJobs.hint")));
        zone();
        Policy policy = parts.store().now().newJobs().policy();
        choice("overlap", List.of(Overlap.values()), policy.overlap(), Policy::withOverlap);
        choice("missed", List.of(CatchUp.SKIP, CatchUp.ONCE), policy.catchUp(), Policy::withCatchUp);
        row("timeout", new CheckedField(parts, "settings-timeout", policy.timeout() == null ? "" : Long.toString(policy.timeout().toMinutes()),
                Checks.wholeOrNothing(1, MOST_MINUTES),
                text -> policy(now -> now.withTimeout(text.isEmpty() ? null : Duration.ofMinutes(Integer.parseInt(text))))).wide(6)
                .prompt(say("timeout.none")));
        row("retries", new CheckedField(parts, "settings-retries", Integer.toString(policy.retry().attempts()), Checks.whole(0, MOST_RETRIES),
                text -> policy(now -> now.withRetry(now.retry().withAttempts(Integer.parseInt(text))))).wide(6));
        CheckBox awake = check("keepAwake.yes", "settings-awake", policy.keepAwake());
        awake.selectedProperty().addListener((value, before, now) -> policy(each -> each.withKeepAwake(now)));
        row("keepAwake", awake);
    }

    private void zone() {
        ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(
                parts.store().now().newJobs().zone() == null ? parts.zone() : parts.store().now().newJobs().zone());
        ZonePicker picker = new ZonePicker();
        picker.bind(zone, say("zone"), parts.language(), parts.clock().instant());
        zone.addListener((value, before, now) -> parts.store().change(settings -> settings.withNewJobs(
                new NewJobs(now == null || now.equals(parts.zone()) ? null : now, settings.newJobs().policy()))));
        row("zone", picker);
    }

    private interface Change<T> {
        Policy of(Policy policy, T value);
    }

    private <T> void choice(String key, List<? extends T> values, T initial, Change<T> change) {
        ObjectProperty<T> chosen = new SimpleObjectProperty<>(initial);
        ComboBox<T> box = new ComboBox<>();
        box.setId("settings-" + key);
        Choices.bind(box, List.copyOf(values), each -> say(key + "." + name(each)), chosen);
        chosen.addListener((value, before, now) -> policy(policy -> change.of(policy, now)));
        row(key, box);
    }

    private static String name(Object value) {
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value instanceof CatchUp.Skip ? "skip" : "once";
    }

    private void policy(UnaryOperator<Policy> change) {
        parts.store().change(settings -> settings.withNewJobs(
                new NewJobs(settings.newJobs().zone(), change.apply(settings.newJobs().policy()))));
    }
}
