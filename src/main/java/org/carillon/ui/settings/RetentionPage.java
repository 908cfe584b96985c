package org.carillon.ui.settings;

import java.time.Duration;
import org.carillon.job.KeepRule;

/** How much of the past is kept. */
final class RetentionPage extends SettingsPage {
    private static final int MOST_RUNS = 1_000_000;
    private static final int MOST_DAYS = 36_500;

    RetentionPage(SettingsParts parts) {
        super(parts);
        KeepRule rule = parts.store().now().retention();
        heading("page.retention");
        row("keepRuns", new CheckedField(parts, "settings-keep-runs", rule.runs() == null ? "" : rule.runs().toString(), Checks.whole(1, MOST_RUNS),
                text -> keep(new KeepRule(Integer.valueOf(text), now().time()))).wide(9), say("keepRuns.hint"));
        row("keepFor", new CheckedField(parts, "settings-keep-days", rule.time() == null ? "" : Long.toString(Math.max(1, rule.time().toDays())),
                Checks.whole(1, MOST_DAYS), text -> keep(new KeepRule(now().runs(), Duration.ofDays(Integer.parseInt(text))))).wide(9),
                say("keepFor.hint"));
    }

    private KeepRule now() {
        return parts.store().now().retention();
    }

    private void keep(KeepRule rule) {
        parts.store().change(settings -> settings.withRetention(rule));
    }
}
