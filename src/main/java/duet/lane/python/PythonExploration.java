package duet.lane.python;

import com.google.gson.JsonParser;
import duet.lane.host.Guest;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.ScheduleFields;
import duet.lane.protocol.Switches;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/// A Python script whose threads take turns as they are told. The modules in the folder `explore`
/// do that, in Python.
final class PythonExploration implements Guest.GuestExploration {
  private final Value exploring;

  private PythonExploration(Value exploring) {
    this.exploring = exploring;
  }

  /// Compiles a script.
  ///
  /// @param prelude what [Prelude#install] returned
  /// @throws Guest.Rejection when it does not compile, or is a notebook
  static PythonExploration of(
      Context context, Value prelude, String bytecode, HostOrder.Load order, Switches switches)
      throws Guest.Rejection {
    Path path = order.file().toAbsolutePath();
    if (path.toString().endsWith("." + ScriptPairs.NOTEBOOK)) {
      throw new Guest.Rejection("a notebook cannot be explored; save it as a .py file");
    }
    Value exploring =
        prelude.invokeMember(
            "explore", Prelude.exploring(context, bytecode), switches == Switches.ANY);
    var arguments = ProxyArray.fromList(List.copyOf(order.arguments()));
    String problem =
        exploring.invokeMember("compile", path.toString(), order.text(), arguments).asString();
    if (!problem.isEmpty()) {
      throw new Guest.Rejection(problem);
    }
    return new PythonExploration(exploring);
  }

  @Override
  public PlayedSchedule play(String plan, boolean detail) {
    String fields = exploring.invokeMember("play", plan, detail).asString();
    return ScheduleFields.read(JsonParser.parseString("{" + fields + "}").getAsJsonObject());
  }
}
