// expect: completed
// prints: ^before$
// prints: ^after$
// prints: ^garbage$
void main() throws Exception {
  IO.println("before");
  var raw = new FileOutputStream(FileDescriptor.out);
  raw.write("garbage\n{\"kind\":\"line\",\n{\"kind\":\"outcome\"}\n\0\n".getBytes());
  IO.println("after");
}
