package duet.repl;

import duet.lane.Lanes;
import duet.lane.SessionDescription;
import duet.manual.Manual;
import duet.scenario.InputFault;
import duet.scenario.found.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completes commands: their names, their options, and values, whose kind it reads from the label
/// of the parameter.
final class CommandCompletion {
  private final CommandLine line;
  private final Catalog catalog;
  private final Lanes lanes;
  private final Manual manual;
  private final List<String> settings;

  /// @param settings the names of all settings
  CommandCompletion(
      CommandLine line, Catalog catalog, Lanes lanes, Manual manual, List<String> settings) {
    this.line = line;
    this.catalog = catalog;
    this.lanes = lanes;
    this.manual = manual;
    this.settings = settings;
  }

  /// The completions of the last word before the cursor.
  List<Candidate> complete(String text, int cursor) {
    String before =
        text.substring(text.startsWith(CodeAssistant.COMMAND) ? 1 : 0, cursor).stripLeading();
    List<String> words = new ArrayList<>(CommandWords.of(before));
    boolean begins = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1));
    if (begins) {
      words.add("");
    }
    if (words.size() > 1 && words.getFirst().equals("duet")) {
      words.removeFirst();
    }
    if (words.size() == 1) {
      return commandNames();
    }
    CommandLine command = line.getSubcommands().get(words.getFirst());
    return command == null ? List.of() : arguments(command.getCommandSpec(), words);
  }

  private List<Candidate> commandNames() {
    Stream<Candidate> known =
        line.getSubcommands().entrySet().stream()
            .map(entry -> named(entry.getKey(), summary(entry.getValue().getCommandSpec())));
    Stream<Candidate> sessions =
        lanes.others().stream()
            .flatMap(lane -> lane.description().session().stream())
            .map(SessionDescription::command)
            .filter(word -> !line.getSubcommands().containsKey(word))
            .map(word -> named(word, ""));
    return Stream.concat(known, sessions).toList();
  }

  private List<Candidate> arguments(CommandSpec command, List<String> words) {
    String word = words.getLast();
    String label = String.join(" ", labelsOf(command));
    OptionSpec option = command.optionsMap().get(words.get(words.size() - 2));
    if (option != null && option.arity().max() > 0) {
      return option.completionCandidates() != null
          ? values(option.completionCandidates())
          : forLabel(option.paramLabel(), word);
    }
    if (word.startsWith("-")) {
      String owner = label.contains("OPTION") ? "run" : command.name();
      CommandLine known = line.getSubcommands().get(owner);
      return (known == null ? command : known.getCommandSpec())
          .optionsMap().entrySet().stream()
              .filter(entry -> entry.getKey().startsWith("--"))
              .map(entry -> named(entry.getKey(), firstOf(entry.getValue().description())))
              .toList();
    }
    return forLabel(label, word);
  }

  private static List<String> labelsOf(CommandSpec command) {
    return command.positionalParameters().stream().map(p -> p.paramLabel()).toList();
  }

  private List<Candidate> forLabel(String label, String word) {
    var candidates = new ArrayList<Candidate>();
    if (label.contains("NAME")) {
      candidates.addAll(scenarios());
    }
    if (label.contains("EXERCISE")) {
      candidates.addAll(lessons());
    }
    if (Stream.of("PATH", "FILE", "FOLDER", "LOG", "JARS").anyMatch(label::contains)) {
      candidates.addAll(files(word));
    }
    if (label.contains("LANE")) {
      lanes.all().forEach(lane -> candidates.add(named(lane.id(), "")));
    }
    if (label.contains("COMMAND")) {
      candidates.addAll(commandNames());
    }
    if (label.contains("TOPIC")) {
      candidates.addAll(topics());
    }
    if (label.contains("SETTING")) {
      settings.forEach(setting -> candidates.add(named(setting, "")));
    }
    return candidates;
  }

  private List<Candidate> scenarios() {
    var candidates = new ArrayList<Candidate>();
    try {
      for (var module : catalog.modules()) {
        candidates.add(named(module.name(), "module: " + module.title()));
        module.scenarios().forEach(one -> candidates.add(named(one.name(), one.title())));
      }
    } catch (InputFault e) {
      return List.of(); // a lesson is broken; a command says so
    }
    return candidates;
  }

  private List<Candidate> lessons() {
    var candidates = new ArrayList<Candidate>();
    try {
      for (var module : catalog.modules()) {
        candidates.add(named(module.name(), "lesson: " + module.title()));
        module.exercises().forEach(one -> candidates.add(named(one.name(), one.title())));
      }
    } catch (InputFault e) {
      return List.of(); // a lesson is broken; a command says so
    }
    return candidates;
  }

  private List<Candidate> topics() {
    try {
      return manual.topics().stream().map(topic -> named(topic, "a page of the manual")).toList();
    } catch (IOException e) {
      return List.of(); // 'help' says so
    }
  }

  private static List<Candidate> files(String word) {
    int slash = word.lastIndexOf('/') + 1;
    String folder = word.substring(0, slash);
    try (Stream<Path> entries = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .map(path -> file(folder, path))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Candidate file(String folder, Path path) {
    String name = path.getFileName().toString();
    boolean isFolder = Files.isDirectory(path);
    String value = (folder + name).replace(" ", "\\ ") + (isFolder ? "/" : "");
    return new Candidate(value, isFolder ? name + "/" : name, null, null, null, null, !isFolder);
  }

  private static List<Candidate> values(Iterable<String> values) {
    var candidates = new ArrayList<Candidate>();
    values.forEach(value -> candidates.add(named(value, "")));
    return candidates;
  }

  private static Candidate named(String name, String description) {
    String told = Optional.of(description).filter(text -> !text.isEmpty()).orElse(null);
    return new Candidate(name, name, null, told, null, null, true);
  }

  private static String summary(CommandSpec command) {
    String[] words = command.usageMessage().description();
    return words.length > 0 ? words[0] : firstOf(command.usageMessage().header());
  }

  private static String firstOf(String[] texts) {
    return texts.length == 0 ? "" : texts[0];
  }
}
