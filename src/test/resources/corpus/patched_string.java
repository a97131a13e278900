// expect: completed
// prints: ^mine$
static class String {
  @Override
  public java.lang.String toString() {
    return "mine";
  }
}

void main() {
  IO.println(new String());
}
