package org.carillon.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ColumnRoomTest {
    private TableView<String> table;
    private TableColumn<String, String> name;
    private TableColumn<String, String> size;
    private TableColumn<String, String> extra;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        // Not before the toolkit is there, which another test may have started or not.
        table = new TableView<>();
        name = new TableColumn<>("Name");
        size = new TableColumn<>("Size");
        extra = new TableColumn<>("Extra");
        Label beside = new Label("Names");
        extra.setMinWidth(170);
        table.getColumns().setAll(List.of(name, size, extra));
        ColumnRoom.install(table, beside.fontProperty(), List.of(new ColumnRoom.Need(name, 10, 0), new ColumnRoom.Need(size, 10, 1), new ColumnRoom.Need(extra, 10, 2)));
        Scene scene = new Scene(new VBox(beside, table), 600, 300);
        scene.getRoot().setStyle("-fx-font-size: 14px;");
        stage.setScene(scene);
        stage.show();
    }

    private void widen(FxRobot robot, double width) {
        robot.interact(() -> stage.setWidth(width));
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    @Test
    void inANarrowTableTheLeastImportantColumnsGoAndComeBackWithTheRoom(FxRobot robot) {
        widen(robot, 600);
        assertThat(table.getVisibleLeafColumns()).hasSize(3);
        widen(robot, 440);
        assertThat(extra.isVisible()).as("needs its own least width").isFalse();
        widen(robot, 350);
        assertThat(extra.isVisible()).isFalse();
        assertThat(size.isVisible()).isTrue();
        widen(robot, 200);
        assertThat(table.getVisibleLeafColumns()).hasSize(1);
        widen(robot, 600);
        assertThat(table.getVisibleLeafColumns()).hasSize(3);
    }

    @Test
    void largerTextNeedsMoreRoom(FxRobot robot) {
        widen(robot, 600);
        robot.interact(() -> stage.getScene().getRoot().setStyle("-fx-font-size: 28px;"));
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        assertThat(extra.isVisible()).isFalse();
        assertThat(name.getMinWidth()).isEqualTo(280);
    }
}
