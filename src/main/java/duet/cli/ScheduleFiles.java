package duet.cli;

import duet.explore.Exploration;
import duet.explore.ShownSchedule;
import duet.render.file.MermaidFile;
import duet.render.html.SchedulePage;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--html` and `--mermaid`: files that schedules are written to besides the screen.
final class ScheduleFiles {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes an HTML page that shows each schedule step by step.")
  private @Nullable Path html;

  @Option(
      names = "--mermaid",
      paramLabel = "FILE",
      description =
          "Writes the first schedule that needs an explanation as a sequence diagram for Mermaid.")
  private @Nullable Path mermaid;

  private final List<Part> parts = new ArrayList<>();

  private record Part(Scenario scenario, List<Exploration> all, List<ShownSchedule> shown) {}

  /// Adds a scenario.
  ///
  /// @param all its explorations; none where a schedule was only played again
  void add(Scenario scenario, List<Exploration> all, List<ShownSchedule> shown) {
    parts.add(new Part(scenario, List.copyOf(all), List.copyOf(shown)));
  }

  /// Writes the files that are wanted.
  ///
  /// @return a sentence for the user where there was nothing to write; empty otherwise
  /// @throws InputFault when one cannot be written
  Optional<String> write() throws InputFault {
    try {
      if (html != null) {
        page(html);
      }
    } catch (IOException | UncheckedIOException e) {
      throw InputFault.usage("cannot write the page to " + html, "Choose another file.");
    }
    if (mermaid == null) {
      return Optional.empty();
    }
    Optional<ShownSchedule> first = parts.stream().flatMap(part -> part.shown.stream()).findFirst();
    if (first.isEmpty()) {
      return Optional.of("no schedule needs an explanation, so " + mermaid + " was not written");
    }
    MermaidFile.write(mermaid, first.get());
    return Optional.empty();
  }

  private void page(Path path) throws InputFault, IOException {
    try (SchedulePage page = SchedulePage.open(path)) {
      for (Part part : parts) {
        page.add(part.scenario.name(), part.scenario.title(), part.all, part.shown);
      }
    }
  }
}
