// expect: failed
// message: uncaught in thread v at .*: java.lang.IllegalStateException: lost
void main() throws Exception {
  Thread.ofVirtual().name("v").start(() -> {
    throw new IllegalStateException("lost");
  }).join();
}
