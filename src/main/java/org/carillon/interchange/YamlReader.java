package org.carillon.interchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.message.Message;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.JsonNode;

/**
 * Reads YAML 1.2 as the tree of JSON that it is: no tag makes anything but texts, numbers, lists and maps, and what grows out of
 * measure (nesting, aliases, the number of nodes once aliases are followed) is refused while it is read. Reads one text.
 */
final class YamlReader {
    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 500_000;

    /** @param line where it begins, from 1 */
    record Document(int line, JsonNode tree) {}

    /** @param nodes how many it is, itself included */
    private record Anchored(JsonNode node, int nodes) {}

    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private final Deque<YamlNest> nests = new ArrayDeque<>();
    private final List<Document> documents = new ArrayList<>();
    private int nodes;
    private int line;

    private YamlReader() {}

    /** @throws InterchangeException if it is no YAML, or out of measure; it says in which line */
    static List<Document> read(String text) {
        YamlReader reader = new YamlReader();
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(SourceFile.MOST_BYTES).setAllowDuplicateKeys(false).build();
        try {
            new ParserImpl(settings, new StreamReader(settings, text)).forEachRemaining(reader::take);
        } catch (MarkedYamlEngineException e) {
            int where = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(reader.line);
            throw new InterchangeException(Message.of("interchange.yaml.wrong", where, String.valueOf(e.getProblem())), e);
        } catch (YamlEngineException e) {
            throw new InterchangeException(Message.of("interchange.yaml.wrong", reader.line, String.valueOf(e.getMessage())), e);
        }
        return reader.documents;
    }

    private void take(Event event) {
        event.getStartMark().ifPresent(mark -> line = mark.getLine() + 1);
        switch (event.getEventId()) {
            case DocumentStart -> anchors.clear();
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> close();
            case Scalar -> {
                nodes++;
                place((NodeEvent) event, YamlScalar.read((ScalarEvent) event, line), 1);
            }
            case Alias -> follow((AliasEvent) event);
            default -> { }
        }
        if (nodes > MOST_NODES) {
            throw refuse("interchange.yaml.large");
        }
    }

    private void open(CollectionStartEvent event) {
        if (nests.size() >= DEEPEST) {
            throw refuse("interchange.yaml.deep");
        }
        event.getTag().filter(tag -> !tag.equals("tag:yaml.org,2002:map") && !tag.equals("tag:yaml.org,2002:seq")).ifPresent(tag -> {
            throw new InterchangeException(Message.of("interchange.yaml.tag", line, tag));
        });
        nests.push(YamlNest.of(event, nodes));
        nodes++;
    }

    private void close() {
        YamlNest nest = nests.pop();
        place(nest.start(), nest.node(), nodes - nest.nodesBefore());
    }

    private void follow(AliasEvent event) {
        Anchored anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            throw new InterchangeException(Message.of("interchange.yaml.anchor", line, event.getAlias().getValue()));
        }
        nodes += anchored.nodes;
        if (nodes > MOST_NODES) {
            throw refuse("interchange.yaml.large");
        }
        place(null, anchored.node, anchored.nodes);
    }

    private void place(NodeEvent event, JsonNode node, int size) {
        Optional.ofNullable(event).flatMap(NodeEvent::getAnchor).ifPresent(anchor -> anchors.put(anchor, new Anchored(node, size)));
        if (nests.isEmpty()) {
            documents.add(new Document(event == null ? line : event.getStartMark().map(mark -> mark.getLine() + 1).orElse(line), node));
        } else if (!nests.peek().add(node)) {
            throw new InterchangeException(Message.of("interchange.yaml.key", line));
        }
    }

    private InterchangeException refuse(String key) {
        return new InterchangeException(Message.of(key, line));
    }

    /** The single document of a text. @throws InterchangeException also if there are none or several */
    static JsonNode readOne(String text) {
        List<Document> documents = read(text);
        if (documents.size() != 1) {
            throw new InterchangeException(Message.of("interchange.yaml.documents", documents.size()));
        }
        return documents.getFirst().tree();
    }
}
