package duet.render.html;

import duet.compare.Judgement;
import duet.run.Play;
import duet.run.PlayListener;
import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Plays as one page, one below the other.
public final class PlayPage implements PlayListener, Closeable {
  private final HtmlWriter out;

  private PlayPage(HtmlWriter out) {
    this.out = out;
  }

  /// Opens a file anew.
  ///
  /// @throws InputFault when that is not possible
  public static PlayPage open(Path path) throws InputFault {
    return new PlayPage(HtmlWriter.open(path));
  }

  @Override
  public void finished(Play play) {
    String title = play.scenario().title();
    out.tag("h1", play.scenario().name() + (title.isEmpty() ? "" : " · " + title));
    Judgement judgement = Judgement.of(play);
    new PlaySection(out, Integer.MAX_VALUE).write(judgement, judgement.breaches());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
