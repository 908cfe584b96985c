package org.carillon.ui.palette;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was chosen lately, the newest first. For the FX thread alone. */
public final class RecentChoices {
    private static final int MOST = 20;

    private final ObservableList<String> ids = FXCollections.observableArrayList();

    /** Ids of entries. */
    public ObservableList<String> ids() {
        return ids;
    }

    void use(String id) {
        ids.remove(id);
        ids.addFirst(id);
        if (ids.size() > MOST) {
            ids.remove(MOST, ids.size());
        }
    }
}
