// expect: completed
// retry: what is written past the language may come after the end
// prints: ^before$
// prints: ^after$
void main() throws Exception {
  IO.println("before");
  Thread.sleep(200);
  new FileInputStream(FileDescriptor.in).close();
  new FileOutputStream(FileDescriptor.out).close();
  new FileOutputStream(FileDescriptor.err).close();
  IO.println("after");
}
