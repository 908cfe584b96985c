package org.carillon.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.carillon.settings.Webhook;
import org.carillon.settings.Webhook.Preset;
import org.carillon.ui.controls.Choices;

/** The fields of one webhook. */
final class WebhookRow {
    private final SettingsParts parts;
    private final Consumer<Webhook> keep;
    private final Consumer<String> remove;
    private Webhook hook;

    /** @param keep gets it after every change @param remove gets its name */
    WebhookRow(SettingsParts parts, Webhook hook, Consumer<Webhook> keep, Consumer<String> remove) {
        this.parts = parts;
        this.hook = hook;
        this.keep = keep;
        this.remove = remove;
    }

    Node head() {
        CheckBox on = new CheckBox(hook.name());
        on.setId("settings-" + hook.name());
        on.setSelected(hook.on());
        on.selectedProperty().addListener((value, before, now) -> change(each -> new Webhook(now, each.name(), each.preset(), each.url(), each.chat())));
        return on;
    }

    Node fields() {
        ObjectProperty<Preset> preset = new SimpleObjectProperty<>(hook.preset());
        ComboBox<Preset> presets = new ComboBox<>();
        presets.setAccessibleText(parts.say("webhook.preset"));
        Choices.bind(presets, List.of(Preset.values()), each -> parts.say("webhook." + each.name().toLowerCase(Locale.ROOT).replace("_", "")), preset);
        preset.addListener((value, before, now) -> change(each -> new Webhook(each.on(), each.name(), now, each.url(), each.chat())));
        CheckedField url = new CheckedField(parts, "settings-url-" + hook.name(), hook.url(), Checks::web,
                text -> change(each -> new Webhook(each.on(), each.name(), each.preset(), text, each.chat()))).prompt("https://").wide(30);
        url.field().setAccessibleText(parts.say("webhook.url"));
        CheckedField chat = new CheckedField(parts, "settings-chat-" + hook.name(), hook.chat(), Checks::some,
                text -> change(each -> new Webhook(each.on(), each.name(), each.preset(), each.url(), text))).prompt(parts.say("webhook.chat")).wide(12);
        chat.visibleProperty().bind(preset.isEqualTo(Preset.TELEGRAM));
        chat.managedProperty().bind(chat.visibleProperty());
        Button gone = new Button(parts.say("webhook.remove"));
        gone.setOnAction(event -> remove.accept(hook.name()));
        HBox line = new HBox(presets, chat, gone);
        line.getStyleClass().add("settings-line");
        VBox fields = new VBox(line, url);
        fields.getStyleClass().add("settings-choices");
        return fields;
    }

    private void change(UnaryOperator<Webhook> change) {
        hook = change.apply(hook);
        keep.accept(hook);
    }
}
