package org.carillon.interchange;

import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A list or map of YAML while it is being read. */
final class YamlNest {
    private final NodeEvent start;
    private final int nodesBefore;
    private final ArrayNode list;
    private final ObjectNode map;
    private String key;

    private YamlNest(NodeEvent start, int nodesBefore, ArrayNode list, ObjectNode map) {
        this.start = start;
        this.nodesBefore = nodesBefore;
        this.list = list;
        this.map = map;
    }

    static YamlNest of(CollectionStartEvent event, int nodesBefore) {
        boolean isMap = event.getEventId() == Event.ID.MappingStart;
        return new YamlNest(event, nodesBefore, isMap ? null : JsonNodeFactory.instance.arrayNode(),
                isMap ? JsonNodeFactory.instance.objectNode() : null);
    }

    NodeEvent start() {
        return start;
    }

    /** How many nodes had been read before it. */
    int nodesBefore() {
        return nodesBefore;
    }

    JsonNode node() {
        return map == null ? list : map;
    }

    /** @return false if a map would have a key twice, or one that is no plain value */
    boolean add(JsonNode node) {
        if (list != null) {
            list.add(node);
            return true;
        }
        if (key != null) {
            map.set(key, node);
            key = null;
            return true;
        }
        if (!node.isValueNode()) {
            return false;
        }
        key = node.isNull() ? "null" : node.asString();
        return !map.has(key);
    }
}
