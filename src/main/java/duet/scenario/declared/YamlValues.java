package duet.scenario.declared;

import duet.scenario.file.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The values of a YAML text: mappings, lists, and texts as the author wrote them, whatever YAML
/// takes them for. It knows at which lines they stand.
final class YamlValues {
  /// How many lists and mappings may be inside each other.
  private static final int DEEPEST = 30;

  /// How many characters and values a declaration may have, aliases counted each time. If each of
  /// thirty lists has the one before twice, they have a billion values.
  private static final int LARGEST = TextFile.LARGEST;

  /// By the mapping or list, then by the key or index; the lines count from 0.
  private final IdentityHashMap<Object, Map<Object, Integer>> lines = new IdentityHashMap<>();

  private int size;

  /// The text asks for too much, or for what is not possible.
  static final class ImpossibleValue extends Exception {
    private static final long serialVersionUID = 1;

    /// The line's number from 0; negative where none is known.
    final int line;

    ImpossibleValue(int line, String problem) {
      super(problem);
      this.line = line;
    }
  }

  /// The value of a node.
  ///
  /// @throws ImpossibleValue when there is none, or it is too large
  @Nullable Object of(Node node) throws ImpossibleValue {
    return of(node, 0);
  }

  /// The line of an entry of a mapping or a list, from 0; negative where it is not known.
  ///
  /// @param key the key, or the index
  int line(Object whole, Object key) {
    return lines.getOrDefault(whole, Map.of()).getOrDefault(key, -1);
  }

  private @Nullable Object of(Node node, int depth) throws ImpossibleValue {
    if (depth > DEEPEST) {
      throw new ImpossibleValue(-1, "its lists and mappings are nested too deeply");
    }
    count(1);
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, depth);
      case SequenceNode sequence -> list(sequence, depth);
      case ScalarNode scalar -> {
        count(scalar.getValue().length());
        yield scalar.getValue().isEmpty() && scalar.isPlain() ? null : scalar.getValue();
      }
      default -> throw new ImpossibleValue(lineOf(node), "it is not YAML");
    };
  }

  private Map<String, @Nullable Object> mapping(MappingNode node, int depth)
      throws ImpossibleValue {
    var values = new LinkedHashMap<String, @Nullable Object>();
    var places = new HashMap<Object, Integer>();
    for (NodeTuple entry : node.getValue()) {
      int line = lineOf(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new ImpossibleValue(line, "a name is text; put it in quotes");
      }
      count(key.getValue().length());
      if (places.put(key.getValue(), line) != null) {
        throw new ImpossibleValue(line, "'" + key.getValue() + "' stands there twice");
      }
      values.put(key.getValue(), of(entry.getValueNode(), depth + 1));
    }
    lines.put(values, places);
    return values;
  }

  private List<Object> list(SequenceNode node, int depth) throws ImpossibleValue {
    var values = new ArrayList<>();
    var places = new HashMap<Object, Integer>();
    for (Node element : node.getValue()) {
      places.put(values.size(), lineOf(element));
      Object value = of(element, depth + 1);
      values.add(value == null ? "" : value);
    }
    lines.put(values, places);
    return values;
  }

  private void count(int more) throws ImpossibleValue {
    size += more;
    if (size > LARGEST) {
      throw new ImpossibleValue(-1, "it declares too much; shorten it");
    }
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine()).orElse(-1);
  }
}
