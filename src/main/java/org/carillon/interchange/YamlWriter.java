package org.carillon.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import tools.jackson.databind.JsonNode;

/** Writes trees of JSON as YAML that every reader takes for the same, also those of YAML 1.1 for which {@code on} and {@code 1_0} are no texts. */
final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9 ._/-]*[A-Za-z0-9._/-]");
    private static final Pattern MEANING = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|\\.?nan|\\.?inf");

    private YamlWriter() {}

    static String write(List<? extends JsonNode> documents) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setExplicitStart(documents.size() > 1)
                .setIndent(2).setIndicatorIndent(2).setIndentWithIndicator(true).setSplitLines(false).setDereferenceAliases(true).build();
        List<Object> values = new ArrayList<>();
        documents.forEach(document -> values.add(value(document)));
        return new Dump(settings, new Representer(settings)).dumpAllToString(values.iterator());
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.isIntegralNumber() ? (Object) node.bigIntegerValue()
                : node.isNumber() ? (Object) node.decimalValue().doubleValue() : node.isNull() ? null : node.stringValue();
    }

    /** Quotes whatever is not plainly a text. */
    private static final class Representer extends StandardRepresenter {
        Representer(DumpSettings settings) {
            super(settings);
            representers.put(String.class, this::text);
        }

        private Node text(Object data) {
            String text = (String) data;
            boolean plain = PLAIN.matcher(text).matches() && !MEANING.matcher(text).matches();
            boolean block = text.matches("(?s)[\\x20-\\x7E\\u00A1-\\uD7FF\\n]*\\S\\n") && text.indexOf('\n') < text.length() - 1
                    && !text.startsWith(" ") && !text.startsWith("\n");
            return representScalar(Tag.STR, text, plain ? ScalarStyle.PLAIN : block ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED);
        }
    }
}
