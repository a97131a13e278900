void main() throws Exception {
  try (var in = getClass().getResourceAsStream("words.txt")) {
    IO.print(new String(in.readAllBytes()));
  }
  IO.println(getClass().getClassLoader().getResource("missing.txt"));
}
