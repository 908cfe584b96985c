package org.carillon.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import org.carillon.settings.ClosingWindow;
import org.carillon.settings.Settings;
import org.carillon.ui.controls.Choices;

/** How the program starts and what closing its window does. */
final class GeneralPage extends SettingsPage {
    private final CheckBox login = check("login.yes", "settings-login", false);
    private final CheckBox hidden = check("login.hidden", "settings-hidden", false);
    private final CheckBox keyring = check("keyring.yes", "settings-keyring", false);

    GeneralPage(SettingsParts parts) {
        super(parts);
        heading("page.general");
        closing();
        row("login", login);
        row("login.how", hidden, parts.desk().canStartOnLogin() ? null : say("login.unknown"));
        login();
        row("controlPort", new CheckedField(parts, "settings-port", Integer.toString(parts.store().now().controlPort()),
                Checks.whole(0, Settings.MOST_PORT), text -> parts.store().change(now -> now.withControlPort(Integer.parseInt(text)))).wide(6),
                say("controlPort.hint"));
        row("keyring", keyring, say("keyring.hint"));
        keyring();
    }

    private void closing() {
        ObjectProperty<ClosingWindow> closing = new SimpleObjectProperty<>(parts.store().now().closingWindow());
        ComboBox<ClosingWindow> box = new ComboBox<>();
        box.setId("settings-closing");
        Choices.bind(box, List.of(ClosingWindow.values()), each -> say("closing." + each.name().toLowerCase(Locale.ROOT)), closing);
        closing.addListener((value, before, now) -> parts.store().change(settings -> settings.withClosingWindow(now)));
        row("closing", box);
    }

    private void login() {
        login.setDisable(true);
        hidden.setDisable(true);
        if (!parts.desk().canStartOnLogin()) {
            return;
        }
        parts.background().run(() -> new boolean[] {parts.desk().startsOnLogin(), parts.desk().startsHidden()}, found -> {
            login.setSelected(found[0]);
            hidden.setSelected(found[1]);
            login.setDisable(false);
            hidden.disableProperty().bind(login.selectedProperty().not());
            login.selectedProperty().addListener((value, before, now) -> write());
            hidden.selectedProperty().addListener((value, before, now) -> write());
        }, failure -> parts.dialogs().error(say("failed.login"), failure));
    }

    /** What is shown is where the key is, and not where it was meant to be. */
    private void keyring() {
        keyring.setDisable(true);
        parts.background().run(parts.desk()::isKeyInKeyring, inKeyring -> {
            keyring.setSelected(inKeyring);
            keyring.setDisable(false);
            keyring.setOnAction(event -> move(keyring.isSelected()));
        }, failure -> parts.dialogs().error(say("failed.keyring"), failure));
    }

    private void move(boolean inKeyring) {
        keyring.setDisable(true);
        parts.background().run(() -> parts.desk().keepKeyInKeyring(inKeyring), () -> {
            keyring.setDisable(false);
            parts.store().change(now -> now.withKeyring(inKeyring));
        }, failure -> {
            keyring.setDisable(false);
            keyring.setSelected(!inKeyring);
            parts.dialogs().error(say("failed.keyring"), failure);
        });
    }

    private void write() {
        boolean on = login.isSelected();
        boolean begins = hidden.isSelected();
        parts.run(() -> parts.desk().startOnLogin(on, begins), () -> { }, "login");
    }
}
