// A progress bar on stderr while a loop sleeps 100 times 0.1 s. Takes 10 s.
// Run it: java scripts/05-futures/progress_bar.java

void main() throws InterruptedException {
  int steps = 100;
  long begin = System.nanoTime();
  draw(0, steps, begin);
  for (int i = 0; i < steps; i++) {
    Thread.sleep(100);
    draw(i + 1, steps, begin);
  }
  System.err.println();
  IO.println("all " + steps + " steps DONE");
}

void draw(int done, int steps, long begin) {
  double seconds = (System.nanoTime() - begin) / 1e9;
  System.err.printf(
      Locale.ROOT,
      "\r%3d%%|%-20s| %d/%d [%.1fs, %.2fit/s]", // \r goes back to the start of the line
      100 * done / steps,
      "#".repeat(20 * done / steps),
      done,
      steps,
      seconds,
      done / seconds);
}
