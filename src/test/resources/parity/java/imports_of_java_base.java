void main() {
  Map<String, Integer> counts = new TreeMap<>();
  for (String word : "a b a c".split(" ")) {
    counts.merge(word, 1, Integer::sum);
  }
  IO.println(counts);
  IO.println(Stream.of(1, 2, 3).collect(Collectors.summingInt(n -> n)));
  IO.println(Path.of("a", "b").getNameCount() + " " + Duration.ofMinutes(2).toSeconds());
  IO.println(new AtomicInteger(4).incrementAndGet() + " " + Pattern.matches("a+", "aa"));
}
