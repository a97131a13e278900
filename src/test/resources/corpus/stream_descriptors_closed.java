// expect: completed
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
