// expect: failed
// message: ^standstill: every thread waits
// message: main +waited .* in CompletableFuture.(join|get)
void main() {
  new java.util.concurrent.CompletableFuture<String>().join();
}
