package org.carillon.interchange;

import java.math.BigDecimal;
import java.util.List;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Property lists of macOS as the tree of JSON that they are; dates and data as texts. plist(5) */
final class PropertyList {
    private PropertyList() {}

    /** @throws InterchangeException if it is none */
    static JsonNode read(String xml) {
        XmlElement root = XmlReader.read(xml);
        if (!root.name().equals("plist") || root.children().size() != 1) {
            throw new InterchangeException(Message.of("interchange.launchd.notPlist", root.name()));
        }
        return value(root.children().getFirst());
    }

    private static JsonNode value(XmlElement element) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (element.name()) {
            case "dict" -> map(element);
            case "array" -> {
                ArrayNode list = nodes.arrayNode();
                element.children().forEach(child -> list.add(value(child)));
                yield list;
            }
            case "true", "false" -> nodes.booleanNode(element.name().equals("true"));
            case "integer" -> nodes.numberNode(number(element, "[-+]?\\d{1,18}").toBigInteger());
            case "real" -> nodes.numberNode(number(element, "[-+]?\\d{1,18}(\\.\\d{1,18})?"));
            case "string", "date", "data" -> nodes.stringNode(element.text());
            default -> throw wrong(element);
        };
    }

    private static JsonNode map(XmlElement dict) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        List<XmlElement> parts = dict.children();
        for (int i = 0; i < parts.size(); i += 2) {
            if (!parts.get(i).name().equals("key") || i + 1 == parts.size()) {
                throw wrong(parts.get(i));
            }
            map.set(parts.get(i).text(), value(parts.get(i + 1)));
        }
        return map;
    }

    private static BigDecimal number(XmlElement element, String form) {
        if (!element.text().matches(form)) {
            throw wrong(element);
        }
        return new BigDecimal(element.text());
    }

    private static InterchangeException wrong(XmlElement element) {
        return new InterchangeException(Message.of("interchange.launchd.value", element.line(), element.name(), element.text()));
    }
}
