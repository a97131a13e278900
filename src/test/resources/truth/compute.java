// thread worker: compute 0.5
// thread main: join 0.4
import java.lang.management.ManagementFactory;

void main() throws Exception {
  Thread worker = Thread.ofPlatform().name("worker").start(this::compute);
  worker.join();
  IO.println("done");
}

void compute() {
  var bean = ManagementFactory.getThreadMXBean();
  long end = bean.getCurrentThreadCpuTime() + 500_000_000;
  while (bean.getCurrentThreadCpuTime() < end) {}
}
