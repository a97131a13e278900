package duet.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;

/// What one would write without Duet: GraalPy embedded in the plainest way, as an anchor to measure
/// against.
final class NaiveEmbedding {
  private NaiveEmbedding() {}

  /// Runs a script.
  ///
  /// @param args a script; and `null` to throw away what it prints on standard output
  public static void main(String[] args) throws Exception {
    var builder = Context.newBuilder("python").allowAllAccess(true);
    if (args.length > 1) {
      builder.out(OutputStream.nullOutputStream());
    }
    try (Context context = builder.build()) {
      context.eval(Source.newBuilder("python", Path.of(args[0]).toFile()).build());
    }
  }
}
