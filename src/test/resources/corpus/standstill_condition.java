// expect: failed
// message: ^standstill: every thread waits
// message: main +waited .* in Object.wait
void main() throws Exception {
  synchronized (this) {
    wait();
  }
}
