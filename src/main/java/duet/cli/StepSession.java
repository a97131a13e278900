package duet.cli;

import duet.clock.Clock;
import duet.explore.Budget;
import duet.explore.Exploration;
import duet.explore.Explorer;
import duet.explore.Finding;
import duet.explore.Judge;
import duet.explore.Result;
import duet.explore.ScheduleSource;
import duet.explore.ScheduleSource.HostLost;
import duet.explore.ScriptSource;
import duet.explore.Stepping;
import duet.explore.Stepping.Choice;
import duet.explore.Strategies;
import duet.explore.Token;
import duet.lane.protocol.PlayedSchedule.End;
import duet.render.terminal.StepView;
import duet.run.Interruption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One session of `duet step`: asks for a choice, makes the step, and shows what comes next, until
/// the user leaves.
final class StepSession {
  private static final Budget SEARCH = new Budget(1_000, Duration.ofSeconds(10));

  private final ScheduleSource source;
  private final Judge judge;
  private final ScriptSource script;
  private final StepView view;
  private final StepKeys keys;
  private final Clock clock;
  private final String name;
  private final Supplier<Interruption> attention;
  private long seed;

  /// @param name what the user calls the scenario
  /// @param attention heeds Ctrl-C while the host works; while the user types, the terminal does
  StepSession(
      ScheduleSource source,
      Judge judge,
      ScriptSource script,
      StepView view,
      StepKeys keys,
      Clock clock,
      String name,
      Supplier<Interruption> attention) {
    this.source = source;
    this.judge = judge;
    this.script = script;
    this.view = view;
    this.keys = keys;
    this.clock = clock;
    this.name = name;
    this.attention = attention;
  }

  /// Runs it.
  ///
  /// @return the exit code: whether the schedule as it is then is good
  int run(Stepping stepping) throws HostLost {
    view.done(stepping.here(), 0);
    ahead(stepping);
    while (true) {
      Optional<String> line = keys.next(prompt(stepping));
      if (line.isEmpty() || line.get().equals("q")) {
        return status(stepping);
      }
      try (Interruption interruption = attention.get()) {
        try {
          execute(stepping, line.get());
        } catch (InterruptedException e) {
          return Math.max(ExitCode.INTERRUPTED, interruption.status());
        }
      }
    }
  }

  private int status(Stepping stepping) {
    if (!stepping.here().isOver()) {
      return ExitCode.OK;
    }
    List<Result> results = judge.results(stepping.here().played());
    boolean isGood = !results.isEmpty() && results.stream().noneMatch(Result::isBroken);
    return isGood ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  private static String prompt(Stepping stepping) {
    if (stepping.here().isOver()) {
      return " u back, a again, q leave > ";
    }
    String who =
        stepping.choices().stream()
            .filter(Choice::canGo)
            .map(one -> String.valueOf(one.thread()))
            .collect(Collectors.joining("/"));
    return " who goes on? " + who + " [" + stepping.usual() + "] > ";
  }

  private void execute(Stepping stepping, String line) throws HostLost, InterruptedException {
    int from = stepping.here().done();
    switch (line) {
      case "" -> usual(stepping);
      case "u" -> again(stepping, stepping.back(), "This is the first choice.");
      case "a" -> {
        while (stepping.back()) {}
        again(stepping, true, "");
      }
      case "r" -> {
        if (stepping.here().isOver()) {
          view.say("This schedule is over. u takes a step back.");
        } else {
          stepping.random(++seed);
          shown(stepping, from);
        }
      }
      case "f" -> find(stepping);
      case "s" -> view.token(command(stepping));
      case "w" -> view.table(stepping.here());
      case "?", "h", "help" -> view.help();
      default -> choose(stepping, line);
    }
  }

  private void usual(Stepping stepping) throws HostLost, InterruptedException {
    if (stepping.here().isOver()) {
      view.say("This schedule is over. u takes a step back, q leaves.");
      return;
    }
    int from = stepping.here().done();
    var _ = stepping.choose(stepping.usual());
    shown(stepping, from);
  }

  private void again(Stepping stepping, boolean isBack, String why) {
    if (isBack) {
      ahead(stepping);
    } else {
      view.say(why);
    }
  }

  /// Each word is a thread, or digits that are one each.
  private void choose(Stepping stepping, String line) throws HostLost, InterruptedException {
    int from = stepping.here().done();
    for (String word : line.split("\\s+")) {
      if (!word.matches("\\d{1,200}")) {
        view.say("'" + word + "' is no choice. Type a thread's number; ? lists the keys.");
        break;
      }
      boolean isOne = word.length() < 6 && isThread(stepping, Integer.parseInt(word));
      for (String part : isOne ? List.of(word) : List.of(word.split(""))) {
        if (!stepping.choose(Integer.parseInt(part))) {
          view.say(refusal(stepping, Integer.parseInt(part)));
          shown(stepping, from);
          return;
        }
      }
    }
    shown(stepping, from);
  }

  private static boolean isThread(Stepping stepping, int number) {
    return stepping.choices().stream().anyMatch(one -> one.thread() == number);
  }

  private static String refusal(Stepping stepping, int number) {
    if (stepping.here().isOver()) {
      return "This schedule is over. u takes a step back.";
    }
    return stepping.choices().stream()
        .filter(one -> one.thread() == number)
        .map(one -> one.waits().isEmpty() ? "it waits, or has ended" : "it " + one.waits())
        .findFirst()
        .map(why -> "Thread " + number + " cannot go on: " + why + ".")
        .orElse("There is no thread " + number + " yet.");
  }

  private void shown(Stepping stepping, int from) {
    if (stepping.here().done() > from) {
      view.done(stepping.here(), from);
      ahead(stepping);
    }
  }

  private void ahead(Stepping stepping) {
    if (!stepping.here().isOver()) {
      view.choices(stepping);
      return;
    }
    view.ended(stepping.here().played(), judge.results(stepping.here().played()));
    if (stepping.here().played().end() != End.DIVERGED) {
      view.token(command(stepping));
    }
  }

  private String command(Stepping stepping) {
    var token = new Token(script.lane().id(), script.hash(), stepping.deviations());
    return "duet replay " + token + " " + name;
  }

  private void find(Stepping stepping) throws HostLost, InterruptedException {
    Exploration found =
        new Explorer(
                source,
                Strategies.of(Strategies.MIXED, 1).orElseThrow(),
                judge,
                SEARCH,
                clock,
                (_, _) -> {})
            .explore(script.lane().id(), script.hash());
    Optional<Finding> worst = found.worthShowing().stream().findFirst();
    if (worst.isEmpty()) {
      view.say("Nothing goes wrong in " + found.played() + " schedules.");
      return;
    }
    view.found(worst.get().schedule(), worst.get().result());
    stepping.follow(worst.get().schedule());
    ahead(stepping);
  }
}
