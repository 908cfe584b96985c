package org.carillon.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files that are dragged to a window and dropped on it. */
final class FileDrop {
    private FileDrop() {}

    /** @param dropped gets at least one file */
    static void install(Scene scene, Consumer<List<Path>> dropped) {
        scene.setOnDragOver(FileDrop::offer);
        scene.setOnDragDropped(event -> take(event, dropped));
    }

    private static void offer(DragEvent event) {
        if (!event.getDragboard().getFiles().isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private static void take(DragEvent event, Consumer<List<Path>> dropped) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            dropped.accept(files.stream().map(File::toPath).toList());
        }
    }
}
