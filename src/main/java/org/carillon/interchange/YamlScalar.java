package org.carillon.interchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.carillon.message.Message;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a plain value of YAML means, by the core schema of YAML 1.2; what is quoted is text. */
final class YamlScalar {
    private static final String TAGS = "tag:yaml.org,2002:";
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,40}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]{1,40}|[0-9]{1,40}(\\.[0-9]{0,40})?)([eE][-+]?[0-9]{1,3})?");

    private YamlScalar() {}

    /** @throws InterchangeException for a tag other than those of the core schema */
    static JsonNode read(ScalarEvent event, int line) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String value = event.getValue();
        String tag = event.getTag().orElse(event.isPlain() ? "" : TAGS + "str");
        if (tag.equals(TAGS + "str") || tag.equals("!")) {
            return nodes.stringNode(value);
        }
        if (!tag.isEmpty() && !tag.matches(TAGS + "(int|float|bool|null)")) {
            throw new InterchangeException(Message.of("interchange.yaml.tag", line, tag));
        }
        if (NULL.matcher(value).matches()) {
            return nodes.nullNode();
        }
        if (TRUE.matcher(value).matches() || FALSE.matcher(value).matches()) {
            return nodes.booleanNode(TRUE.matcher(value).matches());
        }
        if (INTEGER.matcher(value).matches()) {
            BigInteger number = new BigInteger(value);
            return number.bitLength() < Integer.SIZE ? nodes.numberNode(number.intValue()) : nodes.numberNode(number);
        }
        return DECIMAL.matcher(value).matches() ? nodes.numberNode(new BigDecimal(value)) : nodes.stringNode(value);
    }
}
