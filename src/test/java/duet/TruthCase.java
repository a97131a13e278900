package duet;

import duet.compare.ThreadActivity;
import duet.compare.ThreadActivity.Life;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.ThreadState;
import duet.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A script of which it is known by construction what its threads do. Its first lines say so:
/// `thread NAME: STATE SECONDS, …` names every state that the thread is in, and for how long at
/// least. Any thread may also run, or wait for a core. `compute` is time on a core. (`Thread.start`
/// of Python waits until the thread has begun.)
///
/// @param threads one for each thread of the script
record TruthCase(List<Known> threads) {
  /// What is known of a thread.
  record Known(String thread, List<Spell> spells) {
    private Set<ThreadState> possible() {
      var states =
          EnumSet.of(ThreadState.RUNNING, ThreadState.READY, ThreadState.GIL, ThreadState.UNKNOWN);
      spells.forEach(spell -> states.add(spell.state()));
      return states;
    }
  }

  /// A state and its shortest time, in seconds.
  record Spell(ThreadState state, double seconds) {}

  /// A state may seem this much longer or shorter than it is: in seconds, and as a part of the
  /// thread's life.
  private static final double TOLERANCE_SECONDS = 0.05;

  private static final double TOLERANCE_SHARE = 0.05;

  private static final Pattern HEAD = Pattern.compile("(?:#|//) thread ([^:]+): (.+)");

  static TruthCase of(Path script) throws IOException {
    try (Stream<String> lines = Files.lines(script)) {
      return new TruthCase(
          lines
              .map(HEAD::matcher)
              .takeWhile(head -> head.matches())
              .map(head -> new Known(head.group(1), spells(head.group(2))))
              .toList());
    }
  }

  private static List<Spell> spells(String text) {
    return Stream.of(text.split(", "))
        .map(spell -> spell.split(" "))
        .map(
            spell ->
                new Spell(
                    spell[0].equals("compute") ? ThreadState.RUNNING : ThreadState.of(spell[0]),
                    Double.parseDouble(spell[1])))
        .toList();
  }

  /// What a run says of itself that cannot be true.
  List<String> falseClaims(Run run) {
    var claims = new ArrayList<String>();
    if (run.outcome() != Outcome.COMPLETED) {
      claims.add(run.outcome().word() + ": " + run.message());
    }
    List<Life> lives = ThreadActivity.of(run).threads();
    for (Known known : threads) {
      List<Life> own = lives.stream().filter(l -> l.thread().equals(known.thread)).toList();
      if (own.size() == 1) {
        claims.addAll(falseClaims(known, own.getFirst()));
      } else {
        claims.add(known.thread + " lived once, and has " + own.size() + " rows");
      }
    }
    lives.stream()
        .filter(life -> threads.stream().noneMatch(known -> known.thread.equals(life.thread())))
        .forEach(life -> claims.add(life.thread() + " never lived"));
    return claims;
  }

  private static List<String> falseClaims(Known known, Life life) {
    var claims = new ArrayList<String>();
    double tolerance = TOLERANCE_SECONDS + TOLERANCE_SHARE * (life.to() - life.from());
    life.seconds()
        .forEach(
            (state, seconds) -> {
              if (seconds > tolerance && !known.possible().contains(state)) {
                claims.add(
                    String.format(Locale.ROOT, "%s: %.3f s of %s", known.thread, seconds, state));
              }
            });
    double undecided = life.seconds(ThreadState.READY) + life.seconds(ThreadState.UNKNOWN);
    for (Spell spell : known.spells) {
      double seconds = life.seconds(spell.state());
      if (seconds + undecided < spell.seconds - tolerance) {
        claims.add(
            String.format(
                Locale.ROOT,
                "%s: only %.3f s of %s, not %.3f",
                known.thread,
                seconds,
                spell.state,
                spell.seconds));
      }
    }
    return claims;
  }

  /// The part of the threads' time of which a run says that it does not know, from 0 to 1.
  static double unknown(Run run) {
    List<Life> lives = ThreadActivity.of(run).threads();
    double all = lives.stream().mapToDouble(life -> life.to() - life.from()).sum();
    double unknown = lives.stream().mapToDouble(life -> life.seconds(ThreadState.UNKNOWN)).sum();
    return all > 0 ? unknown / all : 0;
  }
}
