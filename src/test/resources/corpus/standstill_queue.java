// expect: failed
// message: ^standstill: every thread waits
// message: main +waited .* in LinkedBlockingQueue.take at standstill_queue.java:\d
void main() throws Exception {
  new java.util.concurrent.LinkedBlockingQueue<String>().take();
}
