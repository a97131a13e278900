// expect: failed
// message: ^standstill: every thread waits
// message: main +waited .* in Semaphore.acquire
void main() throws Exception {
  new java.util.concurrent.Semaphore(0).acquire();
}
