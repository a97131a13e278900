// expect: completed
// prints: ^before$
// prints: ^after$
// Descriptor 1 is the way to Duet.
void main() throws Exception {
  IO.println("before");
  Thread.sleep(200);
  new FileInputStream(FileDescriptor.in).close();
  new FileOutputStream(FileDescriptor.out).close();
  new FileOutputStream(FileDescriptor.err).close();
  IO.println("after");
}
