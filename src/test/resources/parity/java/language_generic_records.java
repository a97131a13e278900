record Pair<A, B>(A first, B second) {
  Pair {
    if (first == null) {
      throw new NullPointerException("first");
    }
  }

  <C> Pair<A, C> with(C other) {
    return new Pair<>(first, other);
  }
}

void main() {
  IO.println(new Pair<>("a", 1).with(2.5));
  String text = null;
  try {
    text.length();
  } catch (NullPointerException e) {
    IO.println(e.getMessage());
  }
}
