package org.carillon.ui.controls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** A row of buttons of which exactly one is pressed; the arrow keys go from one to the next. Where it is narrow, it goes on in a second row. */
public final class Segments<T> extends FlowPane {
    private static final double BETWEEN_ROWS = 4;

    private static final String ALONE = "lone-pill";
    private static final List<String> SHAPES = List.of("left-pill", "center-pill", "right-pill", ALONE);

    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    public Segments() {
        getStyleClass().add("segments");
        setVgap(BETWEEN_ROWS);
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /** Offers these values by their names and keeps the pressed one equal to a property. The property decides. */
    public void bind(List<T> values, Function<? super T, String> name, Property<T> property) {
        for (T value : values) {
            ToggleButton button = new ToggleButton(name.apply(value));
            button.setId(getId() + "-" + value.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setFocusTraversable(value == property.getValue());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> choose(property, value));
            buttons.put(value, button);
            getChildren().add(button);
        }
        property.addListener((chosen, before, now) -> show(now));
        show(property.getValue());
    }

    private void choose(Property<T> property, T value) {
        property.setValue(value);
        show(property.getValue());
        // a click does not focus what Tab passes by, which the button was until now
        requestFocus();
    }

    private void show(T value) {
        buttons.forEach((each, button) -> {
            button.setSelected(each.equals(value));
            button.setFocusTraversable(each.equals(value));
        });
    }

    /** Leaves out a value that there is nothing to choose about now. */
    public void setOffered(T value, boolean offered) {
        ToggleButton button = buttons.get(value);
        button.setVisible(offered);
        button.setManaged(offered);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        shape(getManagedChildren());
    }

    /** Each row is rounded at its ends, so that one that goes on below is whole in itself. */
    private static void shape(List<Node> shown) {
        for (int i = 0; i < shown.size(); i++) {
            double row = shown.get(i).getLayoutY();
            boolean first = i == 0 || shown.get(i - 1).getLayoutY() != row;
            boolean last = i == shown.size() - 1 || shown.get(i + 1).getLayoutY() != row;
            String shape = first && last ? ALONE : first ? "left-pill" : last ? "right-pill" : "center-pill";
            List<String> styles = shown.get(i).getStyleClass();
            if (!styles.contains(shape)) {
                styles.removeAll(SHAPES);
                styles.add(shape);
            }
        }
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        List<Node> shown = getChildren().stream().filter(Node::isVisible).toList();
        int at = shown.indexOf(event.getTarget());
        if (step == 0 || at < 0) {
            return;
        }
        event.consume();
        if (at + step >= 0 && at + step < shown.size()) {
            ToggleButton next = (ToggleButton) shown.get(at + step);
            next.requestFocus();
            next.fire();
        }
    }

    /** One row, if there is room. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(snappedLeftInset() + snappedRightInset()
                + getManagedChildren().stream().mapToDouble(button -> snapSizeX(button.prefWidth(-1))).sum());
    }

    @Override
    public void requestFocus() {
        buttons.values().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(Node::requestFocus);
    }
}
