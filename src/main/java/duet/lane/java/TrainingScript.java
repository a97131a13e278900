package duet.lane.java;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What scripts commonly do first. [JavaHost] plays it unseen and loads it like a script's class,
/// because an AOT cache does not hold what the JVM links for a script's own lambdas.
final class TrainingScript implements Runnable {
  private TrainingScript() {}

  @Override
  public void run() {
    var clock = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);
    Runnable line =
        () -> IO.println("line at " + clock.format(LocalDateTime.now(ZoneId.systemDefault())));
    Thread thread = Thread.ofPlatform().name("training").start(line);
    try {
      thread.join(1_000);
      Thread.sleep(1);
    } catch (InterruptedException e) {
      return;
    }
    int sum = List.of(1, 2).stream().mapToInt(n -> n + 1).sum();
    IO.println("%s %d".formatted(thread.isAlive(), sum));
  }
}
