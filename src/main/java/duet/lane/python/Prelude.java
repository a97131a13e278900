package duet.lane.python;

import duet.lane.python.runtime.PreludeServices;
import duet.lane.python.runtime.SitePackages;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/// The Python modules that make GraalPy ready for a script. They are resources in the folder
/// `prelude`; the script cannot see them.
final class Prelude {
  private Prelude() {}

  /// Puts the modules in the place of what they replace.
  ///
  /// @param bytecode the folder that keeps compiled Python modules; empty for none
  /// @return what Java asks of them
  static Value install(Context context, PreludeServices services, String bytecode) {
    Value load = loader(context, bytecode);
    ProxyArray sitePackages = ProxyArray.fromArray(SitePackages.found().toArray());
    return load.execute("install").invokeMember("install", services.asProxy(), sitePackages, load);
  }

  /// The function that loads a module by its name.
  static Value loader(Context context, String bytecode) {
    String kept = bytecode.isEmpty() ? "" : Path.of(bytecode, "prelude").toString();
    return makeLoader(context).execute(PreludeText.modules(), kept);
  }

  /// The function that loads a module of those that play chosen schedules.
  static Value exploring(Context context, String bytecode) {
    String kept = bytecode.isEmpty() ? "" : Path.of(bytecode, "explore").toString();
    return makeLoader(context).execute(PreludeText.exploring(), kept);
  }

  /// The function that makes a loader from the modules' text and the file that keeps their code.
  static Value makeLoader(Context context) {
    return context.eval(Source.newBuilder("python", PreludeText.loader(), "<duet>").buildLiteral());
  }
}
