package org.carillon.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.carillon.message.Message;
import org.carillon.settings.MailServer;
import org.carillon.settings.NoticeSettings;
import org.carillon.settings.Settings;
import org.carillon.settings.Webhook;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.NoticeRuleBox;

/** Who is told of runs, when, and over which channels. */
final class NoticesPage extends SettingsPage {
    private final VBox webhooks = new VBox();

    NoticesPage(SettingsParts parts) {
        super(parts);
        NoticeSettings notices = notices();
        heading("page.notices");
        row("notices.when", new NoticeRuleBox(parts.language(), notices.rule(),
                rule -> change(now -> new NoticeSettings(rule, now.desktop(), now.sound(), now.mail(), now.webhooks()))), say("notices.hint"));
        CheckBox desktop = check("notices.desktop", "settings-notice-desktop", notices.desktop());
        desktop.selectedProperty().addListener((value, before, on) ->
                change(now -> new NoticeSettings(now.rule(), on, now.sound(), now.mail(), now.webhooks())));
        CheckBox sound = check("notices.sound", "settings-notice-sound", notices.sound());
        sound.selectedProperty().addListener((value, before, on) ->
                change(now -> new NoticeSettings(now.rule(), now.desktop(), on, now.mail(), now.webhooks())));
        row("notices.here", new VBox(channel(NoticeSettings.DESKTOP, desktop), channel(NoticeSettings.SOUND, sound)));
        mail(notices.mail());
        webhooks.getStyleClass().add("settings-list");
        Button add = new Button(say("webhook.add"));
        add.setId("settings-webhook-add");
        add.setOnAction(event -> addWebhook());
        row("notices.webhooks", new VBox(webhooks, line(add)), say("webhook.hint"));
        showWebhooks();
    }

    private NoticeSettings notices() {
        return parts.store().now().notices();
    }

    private void change(UnaryOperator<NoticeSettings> change) {
        parts.store().change(settings -> settings.withNotices(change.apply(settings.notices())));
    }

    /** A channel's switch, a button that tries it, and how it went the last time. */
    private Node channel(String name, Node first) {
        Label outcome = quiet("");
        Message trouble = parts.desk().troubles().get(name);
        if (trouble != null) {
            show(outcome, trouble);
        }
        Button test = new Button(say("notices.test"));
        test.setId("settings-test-" + name);
        test.setOnAction(event -> {
            outcome.setText(say("notices.testing"));
            NoticeSettings tried = notices();
            parts.desk().test(tried, name, problem -> parts.background().run(() -> { }, () -> show(outcome, problem),
                    failure -> parts.dialogs().error(say("failed.test"), failure)));
        });
        VBox channel = new VBox(line(first, test), outcome);
        outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
        channel.getStyleClass().add("settings-channel");
        return channel;
    }

    /** @param problem null if it went well */
    private void show(Label outcome, Message problem) {
        outcome.getStyleClass().removeAll("state-text", "state-danger", "state-success");
        outcome.getStyleClass().addAll("state-text", problem == null ? "state-success" : "state-danger");
        outcome.setText(problem == null ? say("notices.sent") : problem.in(parts.language()));
    }

    private void mail(MailServer mail) {
        CheckBox on = check("mail.on", "settings-mail", mail.on());
        on.selectedProperty().addListener((value, before, now) -> mail(each -> new MailServer(now, each.host(), each.port(), each.protection(), each.user(),
                each.password(), each.from(), each.to())));
        row("notices.mail", channel(NoticeSettings.MAIL, on));
        row("mail.host", new CheckedField(parts, "settings-mail-host", mail.host(), Checks::some, text -> mail(each -> new MailServer(each.on(), text,
                each.port(), each.protection(), each.user(), each.password(), each.from(), each.to()))).wide(24));
        row("mail.port", new CheckedField(parts, "settings-mail-port", Integer.toString(mail.port()), Checks.whole(1, Settings.MOST_PORT),
                text -> mail(each -> new MailServer(each.on(), each.host(), Integer.parseInt(text), each.protection(), each.user(), each.password(),
                        each.from(), each.to()))).wide(6));
        ObjectProperty<MailServer.Protection> protection = new SimpleObjectProperty<>(mail.protection());
        ComboBox<MailServer.Protection> protections = new ComboBox<>();
        Choices.bind(protections, List.of(MailServer.Protection.values()), each -> say("mail." + each.name().toLowerCase(Locale.ROOT).replace("_", "")), protection);
        protection.addListener((value, before, now) -> mail(each -> new MailServer(each.on(), each.host(), each.port(), now, each.user(), each.password(),
                each.from(), each.to())));
        row("mail.protection", protections);
        row("mail.user", new CheckedField(parts, "settings-mail-user", mail.user() == null ? "" : mail.user(), Checks::nothing,
                text -> mail(each -> new MailServer(each.on(), each.host(), each.port(), each.protection(), text.isEmpty() ? null : text, each.password(),
                        each.from(), each.to()))).wide(24).prompt(say("mail.noUser")));
        row("mail.password", new CheckedField(parts, new PasswordField(), "settings-mail-password", mail.password(), Checks::nothing,
                text -> mail(each -> new MailServer(each.on(), each.host(), each.port(), each.protection(), each.user(), text, each.from(), each.to())))
                .wide(24), say("mail.password.hint"));
        row("mail.from", new CheckedField(parts, "settings-mail-from", mail.from(), Checks::address, text -> mail(each -> new MailServer(each.on(), each.host(),
                each.port(), each.protection(), each.user(), each.password(), text, each.to()))).wide(24));
        row("mail.to", new CheckedField(parts, "settings-mail-to", String.join(", ", mail.to()), Checks::addresses, text -> mail(each -> new MailServer(
                each.on(), each.host(), each.port(), each.protection(), each.user(), each.password(), each.from(), Checks.addressesOf(text)))).wide(32));
    }

    private void mail(UnaryOperator<MailServer> change) {
        change(now -> new NoticeSettings(now.rule(), now.desktop(), now.sound(), change.apply(now.mail()), now.webhooks()));
    }

    private void addWebhook() {
        int number = 1;
        List<String> names = notices().webhooks().stream().map(Webhook::name).toList();
        while (names.contains("webhook-" + number)) {
            number++;
        }
        List<Webhook> all = new ArrayList<>(notices().webhooks());
        all.add(new Webhook(false, "webhook-" + number, Webhook.Preset.JSON, "", ""));
        webhooks(all);
        showWebhooks();
    }

    private void webhooks(List<Webhook> all) {
        change(now -> new NoticeSettings(now.rule(), now.desktop(), now.sound(), now.mail(), all));
    }

    private void showWebhooks() {
        webhooks.getChildren().clear();
        for (Webhook hook : notices().webhooks()) {
            WebhookRow row = new WebhookRow(parts, hook, this::replace, this::remove);
            webhooks.getChildren().add(new VBox(channel(hook.name(), row.head()), row.fields()));
        }
    }

    private void replace(Webhook hook) {
        webhooks(notices().webhooks().stream().map(each -> each.name().equals(hook.name()) ? hook : each).toList());
    }

    private void remove(String name) {
        webhooks(notices().webhooks().stream().filter(each -> !each.name().equals(name)).toList());
        showWebhooks();
    }
}
