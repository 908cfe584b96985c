package org.carillon.interchange;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carillon.message.Message;

/**
 * Reads XML without ever leaving the text: a document type is skipped, entities other than XML's own five are refused, and so is
 * what is nested or branched out of measure.
 */
final class XmlReader {
    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 200_000;

    /** An element that is being read. */
    private record Open(String name, Map<String, String> attributes, String comment, int line, List<XmlElement> children, StringBuilder text) {
        XmlElement closed() {
            return new XmlElement(name, attributes, comment, line, List.copyOf(children), text.toString().strip());
        }
    }

    private XmlReader() {}

    /** @return the root @throws InterchangeException if it is no XML, or out of measure; it says in which line */
    static XmlElement read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refers to " + systemId);
        });
        try {
            // the text is decoded already: what it says about its encoding is past
            return read(factory.createXMLStreamReader(new StringReader(text.strip())));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new InterchangeException(Message.of("interchange.xml.wrong", line, lastLine(String.valueOf(e.getMessage()))), e);
        }
    }

    private static String lastLine(String message) {
        return message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        String comment = "";
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new InterchangeException(Message.of("interchange.xml.large", reader.getLocation().getLineNumber()));
                    }
                    open.push(new Open(reader.getLocalName(), attributes(reader), comment, reader.getLocation().getLineNumber(),
                            new ArrayList<>(), new StringBuilder()));
                    comment = "";
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.pop().closed();
                    if (open.isEmpty()) {
                        return closed;
                    }
                    open.peek().children().add(closed);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().text().append(reader.getText());
                    }
                }
                case XMLStreamConstants.COMMENT -> comment = reader.getText().strip();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new InterchangeException(
                        Message.of("interchange.xml.entity", reader.getLocation().getLineNumber(), reader.getLocalName()));
                default -> { }
            }
        }
        throw new InterchangeException(Message.of("interchange.xml.wrong", 1, ""));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }
}
