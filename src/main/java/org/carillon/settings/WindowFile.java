package org.carillon.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.carillon.job.FormatException;
import org.carillon.job.JsonFields;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the window was left, as a JSON file. What cannot be read is no reason not to open: the window then begins anew. Thread-safe. */
public final class WindowFile {
    private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path file;

    public WindowFile(Path file) {
        this.file = file;
    }

    /** What the file says; {@link WindowState#NONE} without one, or with one that cannot be understood, which is logged. */
    public synchronized WindowState read() {
        if (!Files.exists(file)) {
            return WindowState.NONE;
        }
        try {
            return state(JsonFields.of(MAPPER.readTree(Files.readString(file)), ""));
        } catch (IOException | JacksonException | FormatException | IllegalArgumentException e) {
            LOG.warn("{} is not understood; the window begins anew", file, e);
            return WindowState.NONE;
        }
    }

    /** Writes it as a whole. @throws DirectoryException if that fails */
    public synchronized void write(WindowState state) {
        try {
            SettingsFile.replace(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(state)) + "\n");
        } catch (IOException e) {
            throw new DirectoryException(Message.of("settings.file.unwritable", file.toString(), IoReasons.words(e)), e);
        }
    }

    private static WindowState state(JsonFields fields) {
        return new WindowState(fields.object("place").map(WindowFile::place).orElse(null), fields.bool("maximised").orElse(false),
                fields.text("page").orElse(""), fields.bool("wrapLogs").orElse(false),
                fields.object("tables").map(tables -> each(tables, key -> shape(tables.object(key).orElseThrow()))).orElse(Map.of()),
                fields.object("dividers").map(dividers -> each(dividers, key -> Math.clamp(dividers.decimal(key).orElseThrow(), 0, 1))).orElse(Map.of()),
                fields.texts("recent"));
    }

    private static <T> Map<String, T> each(JsonFields fields, Function<String, T> read) {
        Map<String, T> all = new TreeMap<>();
        fields.keys().forEach(key -> all.put(key, read.apply(key)));
        return all;
    }

    private static WindowPlace place(JsonFields fields) {
        return new WindowPlace(number(fields, "x"), number(fields, "y"), number(fields, "width"), number(fields, "height"));
    }

    private static double number(JsonFields fields, String key) {
        fields.require(key);
        return fields.decimal(key).orElseThrow();
    }

    private static TableShape shape(JsonFields fields) {
        return new TableShape(fields.list("columns", WindowFile::column), fields.text("sortedBy").orElse(""), fields.bool("descending").orElse(false));
    }

    private static TableShape.Column column(JsonNode node, String place) {
        JsonFields fields = JsonFields.of(node, place);
        return new TableShape.Column(fields.requireText("id"), number(fields, "width"));
    }

    private static ObjectNode json(WindowState state) {
        ObjectNode node = MAPPER.createObjectNode();
        if (state.place() != null) {
            node.putObject("place").put("x", state.place().x()).put("y", state.place().y())
                    .put("width", state.place().width()).put("height", state.place().height());
        }
        node.put("maximised", state.maximised()).put("page", state.page()).put("wrapLogs", state.wrap());
        ObjectNode dividers = node.putObject("dividers");
        new TreeMap<>(state.dividers()).forEach(dividers::put);
        ObjectNode tables = node.putObject("tables");
        new TreeMap<>(state.tables()).forEach((name, shape) -> put(shape, tables.putObject(name)));
        ArrayNode recent = node.putArray("recent");
        state.recent().forEach(recent::add);
        return node;
    }

    private static void put(TableShape shape, ObjectNode node) {
        ArrayNode columns = node.putArray("columns");
        shape.columns().forEach(column -> columns.addObject().put("id", column.id()).put("width", column.width()));
        node.put("sortedBy", shape.sortedBy()).put("descending", shape.descending());
    }
}
