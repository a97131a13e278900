package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.ThreadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What is left where the system shows nothing of a process.
class ThreadSamplerTest {
  private final ThreadSampler sampler = new ThreadSampler(new HostTasks(ProcessHandle.current()));

  @Test
  void onlyTheNotedWaitsAreLeft() {
    sampler.began(new HostMessage.Began(Long.MAX_VALUE, "main", 0, 0));
    long go = System.nanoTime();
    sampler.go(go, true);
    List<ThreadLife> lives = sampler.end();
    assertTrue(sampler.obstacle().isPresent());
    assertEquals(OptionalLong.empty(), sampler.waitedForCore());
    long end = lives.getFirst().end() - go;
    var noted = NotedWaits.of(Long.MAX_VALUE + " sleep " + (go + end / 2) + " 0 work 0");
    assertEquals(
        List.of(ThreadState.UNKNOWN, ThreadState.SLEEP),
        new CPythonStates(noted, go, end).of(lives).stream().map(state -> state.state()).toList());
  }

  @Test
  void aProcessWithoutPythonHasNoGil() {
    Path process = Path.of("/proc/" + ProcessHandle.current().pid());
    assertEquals(Optional.empty(), RuntimeSymbol.of(process));
  }
}
