<T extends Comparable<T>> T greatest(List<T> all) {
  T best = all.getFirst();
  for (T one : all) {
    best = one.compareTo(best) > 0 ? one : best;
  }
  return best;
}

int count(Object... all) {
  return all.length;
}

void main() {
  IO.println(greatest(List.of(3, 9, 4)) + " " + count() + " " + count(1, "a"));
}
