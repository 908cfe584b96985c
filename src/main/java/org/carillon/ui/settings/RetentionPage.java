package org.carillon.ui.settings;

import java.time.Duration;
import java.util.function.BiFunction;
import org.carillon.job.KeepRule;

/** How much of the past is kept. A field that is empty sets no limit. */
final class RetentionPage extends SettingsPage {
    private static final int MOST_RUNS = 1_000_000;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_MEGABYTES = 100_000_000;

    RetentionPage(SettingsParts parts) {
        super(parts);
        KeepRule rule = parts.store().now().retention();
        Integer days = rule.time() == null ? null : (int) Math.clamp(rule.time().toDays(), 1, MOST_DAYS);
        heading("page.retention");
        limit("keepRuns", "settings-keep-runs", rule.runs(), MOST_RUNS, KeepRule::withRuns);
        limit("keepFor", "settings-keep-days", days, MOST_DAYS,
                (now, written) -> now.withTime(written == null ? null : Duration.ofDays(written)));
        limit("keepMegabytes", "settings-keep-megabytes", rule.megabytes(), MOST_MEGABYTES, KeepRule::withMegabytes);
        limit("totalMegabytes", "settings-total-megabytes", rule.totalMegabytes(), MOST_MEGABYTES, KeepRule::withTotalMegabytes);
    }

    /** @param with the rule with this limit, which is null for none, and all others as they are */
    private void limit(String key, String id, Integer now, int most, BiFunction<KeepRule, Integer, KeepRule> with) {
        CheckedField field = new CheckedField(parts, id, now == null ? "" : now.toString(), Checks.wholeOrNothing(1, most),
                text -> parts.store().change(settings -> settings.withRetention(
                        with.apply(settings.retention(), text.isEmpty() ? null : Integer.valueOf(text)))));
        row(key, field.wide(9).prompt(say("noLimit")), say(key + ".hint"));
    }
}
