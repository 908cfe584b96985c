/**
 * Carillon: a desktop job manager, and the scheduler engine under it as a library.
 *
 * <p>A program that embeds the engine needs none of the modules required {@code static}; the
 * launchers of the window and of the command line add them.
 */
module org.carillon {
    requires java.net.http;
    requires java.sql;
    requires jdk.httpserver;
    requires org.slf4j;
    requires transitive tools.jackson.databind;
    requires org.snakeyaml.engine;
    requires com.h2database;
    requires flyway.core;
    requires jakarta.mail;

    requires static info.picocli;
    requires static javafx.controls;
    requires static javafx.fxml;
    requires static jfx.incubator.richtext;
    requires static atlantafx.base;
    requires static org.kordamp.ikonli.core;
    requires static org.kordamp.ikonli.javafx;
    requires static org.kordamp.ikonli.feather;
    requires static java.desktop;
    requires static org.freedesktop.dbus;
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;

    opens org.carillon.ui.about to javafx.fxml;
    opens org.carillon.ui.jobs to javafx.fxml;
    opens org.carillon.ui.log to javafx.fxml;
    opens org.carillon.ui.runs to javafx.fxml;
    opens org.carillon.ui.timeline to javafx.fxml;
    opens org.carillon.ui.shell to javafx.fxml;

    exports org.carillon.message;
    exports org.carillon.job;
    exports org.carillon.store;
    exports org.carillon.store.jdbc;
    exports org.carillon.store.memory;
    exports org.carillon.log;
    exports org.carillon.action;
    exports org.carillon.engine;
    exports org.carillon.trigger;

    opens org.carillon.desktop.dbus to org.freedesktop.dbus;
    opens org.carillon.ui.controls to javafx.fxml;
    opens org.carillon.ui.editor to javafx.fxml;
    opens org.carillon.ui.importing to javafx.fxml;
    opens org.carillon.cli to info.picocli;
    exports org.carillon.app to javafx.graphics;
}
