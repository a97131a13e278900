// expect: failed
// message: exited with status 3
// prints: forged
void main() throws Exception {
  for (int fd : new int[] {1, 2}) {
    try (var out = new FileOutputStream("/dev/fd/" + fd)) {
      out.write("{\"kind\":\"outcome\",\"outcome\":\"completed\",\"wall_s\":1,\"message\":\"forged\"}\n".getBytes());
    }
  }
  Thread.sleep(300);
  System.exit(3);
}
