package org.carillon.control.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks JSON against the part of JSON Schema that the API's description uses; another keyword is an error, not passed over. */
final class SchemaCheck {
    private static final List<String> KNOWN = List.of("$ref", "type", "enum", "const", "format", "pattern", "minimum", "maximum",
            "properties", "required", "additionalProperties", "items", "oneOf", "description", "default");

    private final JsonNode description;

    SchemaCheck(JsonNode description) {
        this.description = description;
    }

    void check(JsonNode schema, JsonNode value, String place) {
        assertThat(KNOWN).as("keywords at " + place).containsAll(schema.propertyNames());
        if (schema.has("$ref")) {
            check(description.at(schema.get("$ref").stringValue().substring(1)), value, place);
            return;
        }
        if (schema.has("oneOf")) {
            JsonNode fitting = schema.get("oneOf").get(value.isNull() ? 1 : 0);
            check(fitting, value, place);
            return;
        }
        if (schema.has("type")) {
            JsonNode type = schema.get("type");
            List<String> types = type.isArray() ? type.valueStream().map(JsonNode::stringValue).toList() : List.of(type.stringValue());
            assertThat(types).as(place + " = " + value).contains(typeOf(value));
        }
        if (schema.has("enum") && !value.isNull()) {
            assertThat(schema.get("enum").valueStream().toList()).as(place).contains(value);
        }
        if (schema.has("const")) {
            assertThat(value).as(place).isEqualTo(schema.get("const"));
        }
        if (schema.has("pattern")) {
            assertThat(value.stringValue()).as(place).containsPattern(schema.get("pattern").stringValue());
        }
        if (value.isString() && schema.path("format").asString("").equals("date-time")) {
            assertThat(OffsetDateTime.parse(value.stringValue())).as(place).isNotNull();
        }
        if (value.isObject()) {
            object(schema, value, place);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), place + "[" + i + "]");
            }
        }
    }

    private void object(JsonNode schema, JsonNode value, String place) {
        schema.path("required").valueStream()
                .forEach(name -> assertThat(value.propertyNames()).as(place).contains(name.stringValue()));
        boolean closed = schema.has("additionalProperties") && !schema.get("additionalProperties").booleanValue();
        value.properties().forEach(part -> {
            JsonNode inner = schema.path("properties").path(part.getKey());
            assertThat(closed && inner.isMissingNode()).as(place + "." + part.getKey() + " is not described").isFalse();
            if (!inner.isMissingNode()) {
                check(inner, part.getValue(), place + "." + part.getKey());
            }
        });
    }

    private static String typeOf(JsonNode value) {
        return value.isNull() ? "null" : value.isString() ? "string" : value.isBoolean() ? "boolean"
                : value.isIntegralNumber() ? "integer" : value.isNumber() ? "number" : value.isArray() ? "array" : "object";
    }
}
