// expect: completed
// prints: ^end$
void main() throws Exception {
  var bytes = new byte[5000];
  new Random(1).nextBytes(bytes);
  System.out.write(bytes);
  IO.println("\nend");
}
