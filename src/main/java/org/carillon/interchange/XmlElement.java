package org.carillon.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of XML, without its name space.
 *
 * @param comment  the comment before it, empty for none
 * @param line     where it begins, from 1
 * @param text     its own text, without blanks around it
 */
record XmlElement(String name, Map<String, String> attributes, String comment, int line, List<XmlElement> children, String text) {
    List<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    Optional<XmlElement> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** The text of the element at the end of that path of names; empty if it is not there or has none. */
    Optional<String> text(String... path) {
        Optional<XmlElement> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.child(step));
        }
        return found.map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    boolean isTrue(String child, boolean usual) {
        return text(child).map(text -> text.equalsIgnoreCase("true") || text.equals("1")).orElse(usual);
    }

    /** It and all below it with that name, in order. */
    List<XmlElement> all(String wanted) {
        List<XmlElement> found = new ArrayList<>();
        if (name.equals(wanted)) {
            found.add(this);
        }
        children.forEach(child -> found.addAll(child.all(wanted)));
        return found;
    }
}
