package org.carillon.ui.settings;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where everything lies. */
final class DataPage extends SettingsPage {
    DataPage(SettingsParts parts) {
        super(parts);
        heading("page.data");
        Label place = new Label(parts.desk().dataDirectory().toString());
        place.setWrapText(true);
        place.setId("settings-data");
        place.getStyleClass().add("settings-place");
        Button open = new Button(say("data.open"));
        open.setOnAction(event -> parts.programs().reveal(parts.desk().dataDirectory().resolve("settings.json"), say("failed.open")));
        Button another = new Button(say("data.another"));
        another.setDisable(!parts.desk().canChooseData());
        another.setOnAction(event -> parts.dialogs().chooseDirectory(say("data.another"), parts.desk().dataDirectory()).ifPresent(this::use));
        row("data", new VBox(place, line(open, another)), say(parts.desk().canChooseData() ? "data.hint" : "data.told"));
    }

    private void use(Path directory) {
        parts.run(() -> parts.desk().chooseData(directory), () -> parts.notices().tell(say("data.next", directory.toString())), "data");
    }
}
