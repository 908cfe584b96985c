package org.carillon.ui.log;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.carillon.message.Message;

/** Wires the search and the filter above the table. */
final class LogFind {
    /** A search begins when nothing was typed for so long. */
    private static final Duration CALM = Duration.millis(250);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final LogController view;
    private final LogViewModel model;
    private final LogSearchModel search;
    private final LogWords words;
    private final PauseTransition calm = new PauseTransition(CALM);

    LogFind(LogController view, LogViewModel model, LogWords words) {
        this.view = view;
        this.model = model;
        this.search = model.search();
        this.words = words;
        calm.setOnFinished(event -> search.text().set(view.find.getText()));
        bindField();
        bindProgress();
        bindFilter();
    }

    private void bindField() {
        view.previous.setTooltip(new Tooltip(words.say("previousTip")));
        view.next.setTooltip(new Tooltip(words.say("nextTip")));
        view.regex.setTooltip(new Tooltip(words.say("regexTip")));
        view.matchCase.setTooltip(new Tooltip(words.say("matchCaseTip")));
        BooleanBinding nothing = view.find.textProperty().isEmpty();
        view.previous.disableProperty().bind(nothing);
        view.next.disableProperty().bind(nothing);
        view.regex.selectedProperty().bindBidirectional(search.regex());
        view.matchCase.selectedProperty().bindBidirectional(search.matchCase());
        view.find.textProperty().addListener((property, before, now) -> calm.playFromStart());
        view.find.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || LogKey.NEXT.isCode(event.getCode())) {
                event.consume();
                go(!event.isShiftDown());
            } else if (event.getCode() == KeyCode.ESCAPE && search.searching().get()) {
                event.consume();
                search.cancel();
            }
        });
        search.mistake().subscribe(this::tell);
        search.failure().subscribe(this::tell);
    }

    private void tell() {
        String mistake = search.mistake().get();
        Message failure = search.failure().get();
        view.find.pseudoClassStateChanged(WRONG, mistake != null || failure != null);
        String tip = mistake != null ? words.say("mistake", mistake) : failure != null ? failure.in(words.times().language()) : words.say("findTip");
        view.find.setTooltip(new Tooltip(tip));
    }

    private void bindProgress() {
        view.matches.textProperty().bind(Bindings.createStringBinding(this::count, search.count(), search.query(),
                search.position(), search.mistake(), search.failure()));
        view.searching.visibleProperty().bind(search.searching());
        view.searching.managedProperty().bind(search.searching());
        view.progress.progressProperty().bind(search.progress());
        view.cancel.setTooltip(new Tooltip(words.say("cancelTip")));
    }

    private String count() {
        if (search.mistake().get() != null) {
            return words.say("wrong");
        }
        if (search.failure().get() != null) {
            return words.say("failed");
        }
        return search.query().get().pattern() == null ? "" : words.matches(search.position().get(), search.count().get());
    }

    private void bindFilter() {
        view.filter.setCellFactory(list -> cell());
        view.filter.setButtonCell(cell());
        view.filter.getItems().setAll(LogFilter.values());
        view.filter.valueProperty().bindBidirectional(search.filter());
        view.filter.setTooltip(new Tooltip(words.say("filterTip")));
    }

    private ListCell<LogFilter> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(LogFilter item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.say("filter." + item.key()));
            }
        };
    }

    /** Goes to the next match behind (or before) where the person is. */
    void go(boolean forward) {
        calm.stop();
        if (!search.text().get().equals(view.find.getText())) {
            search.text().set(view.find.getText());
        }
        model.pager().freeze();
        model.next(view.here(), forward);
    }
}
