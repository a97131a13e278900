package duet.render;

import duet.console.Cells;
import java.util.HashMap;
import java.util.Map;

/// Short, distinct names for the threads of one lane: if several have the same name, the later ones
/// get a number (`loop`, `loop#2`).
public final class ThreadLabels {
  /// The label of a thread.
  ///
  /// @param index its place in the order of appearance; 0 is the main thread
  public record Label(String text, int index) {}

  private static final String MAIN = "main";

  private final Map<Long, Label> labels = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();
  private int next = 1;

  public Label of(String thread, long tid) {
    Label known = labels.get(tid);
    if (known != null) {
      return known;
    }
    int count = used.merge(thread, 1, Integer::sum);
    String text = count == 1 ? thread : thread + "#" + count;
    var label = new Label(Cells.printable(text), text.equals(MAIN) ? 0 : next++);
    labels.put(tid, label);
    return label;
  }
}
