package duet.lane.java.explore.schedule;

import duet.lane.protocol.PlayedSchedule.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What happened at each step of a schedule.
final class StepNotes {
  private static final int LONGEST_VALUE = 40;

  private record Note(int thread, Site site) {}

  private final List<Note> notes = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final Map<Integer, Integer> indexes = new HashMap<>();

  /// A thread has got its turn for what it is about to do.
  void add(ScriptThread thread) {
    thread.note = notes.size();
    notes.add(new Note(thread.number, thread.site));
    values.add("");
  }

  /// What it read or wrote there.
  void value(ScriptThread thread, String text) {
    if (thread.note >= 0) {
      String value =
          text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 1) + "…" : text;
      values.set(thread.note, value);
    }
  }

  /// The index of the element that it read or wrote there.
  void index(ScriptThread thread, int index) {
    if (thread.note >= 0) {
      indexes.put(thread.note, index);
    }
  }

  private String name(int note) {
    String name = notes.get(note).site.name();
    return indexes.containsKey(note) ? name + "[" + indexes.get(note) + "]" : name;
  }

  List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < notes.size(); i++) {
      Note note = notes.get(i);
      Site site = note.site;
      boolean isBirth = site.equals(Site.NONE);
      steps.add(
          new Step(
              note.thread,
              site.line(),
              site.file(),
              isBirth ? "begin" : site.op(),
              name(i),
              values.get(i),
              ""));
    }
    return steps;
  }
}
