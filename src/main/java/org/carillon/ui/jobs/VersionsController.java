package org.carillon.ui.jobs;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.control.Tooltip;
import org.carillon.job.JobDifference;
import org.carillon.job.JobVersion;
import org.carillon.message.Message;
import org.carillon.ui.controls.HeadingWidths;

/** Shows the versions of the selected job, and what in the chosen one was other than it is. */
public final class VersionsController {
    private final VersionsViewModel model;
    @FXML private TableView<JobVersion> table;
    @FXML private TableColumn<JobVersion, String> number;
    @FXML private TableColumn<JobVersion, String> saved;
    @FXML private TableColumn<JobVersion, String> by;
    @FXML private TableColumn<JobVersion, String> changed;
    @FXML private Label title;
    @FXML private Button restore;
    @FXML private TableView<JobDifference> differences;
    @FXML private TableColumn<JobDifference, String> field;
    @FXML private TableColumn<JobDifference, String> was;
    @FXML private TableColumn<JobDifference, String> is;

    public VersionsController(VersionsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        column(number, version -> Integer.toString(version.number()));
        column(saved, model::savedAt);
        column(by, model::savedBy);
        column(changed, model::changed);
        column(field, difference -> difference.name(model.times().language()));
        column(was, JobDifference::before);
        column(is, JobDifference::after);
        table.setItems(model.versions());
        differences.setItems(model.differences());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        differences.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        HeadingWidths.install(table);
        HeadingWidths.install(differences);
        Label unchosen = new Label();
        unchosen.textProperty().bind(model.selection());
        table.setPlaceholder(unchosen);
        Label same = new Label(say("versions.same"));
        same.setWrapText(true);
        same.setMinHeight(Region.USE_PREF_SIZE);
        same.setTextAlignment(TextAlignment.CENTER);
        differences.setPlaceholder(same);
        table.getSelectionModel().selectedItemProperty().subscribe(version -> {
            if (version != null) {
                model.selected().set(version);
            }
        });
        model.selected().subscribe(this::show);
        restore.disableProperty().bind(model.canRestore().not());
        restore.setTooltip(new Tooltip(say("versions.restoreTip")));
    }

    private static <T> void column(TableColumn<T, String> column, Function<T, String> words) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue()).replace('\n', ' ')));
    }

    private void show(JobVersion version) {
        if (version != null && table.getSelectionModel().getSelectedItem() != version) {
            table.getSelectionModel().select(version);
        }
        title.setText(model.title());
    }

    @FXML
    private void restore() {
        model.restore();
    }

    private String say(String key) {
        return Message.of("ui.jobs." + key).in(model.times().language());
    }
}
