import static util.Numbers.*;

void main() {
  IO.println(twice(LIMIT));
}
