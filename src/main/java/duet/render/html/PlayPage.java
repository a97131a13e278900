package duet.render.html;

import duet.compare.Judgement;
import duet.run.Play;
import duet.run.PlayListener;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Writes plays to one HTML page, one below the other.
public final class PlayPage implements PlayListener, Closeable {
  private final HtmlFile file;

  private PlayPage(HtmlFile file) {
    this.file = file;
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @throws InputFault if the file cannot be written
  public static PlayPage open(Path path) throws InputFault {
    return new PlayPage(HtmlFile.open(path, ""));
  }

  @Override
  public void finished(Play play) {
    Judgement judgement = Judgement.of(play);
    file.add(
        "play.jte",
        new PlaySection(judgement, judgement.broken(), judgement.undecided(), Integer.MAX_VALUE));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
