// expect: failed
// message: ^standstill: every thread waits
// message: main +waited .* in CountDownLatch.await
void main() throws Exception {
  new java.util.concurrent.CountDownLatch(1).await();
}
