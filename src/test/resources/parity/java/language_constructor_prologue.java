class Base {
  Base(int n) {
    System.out.println("base " + n);
  }
}

class language_constructor_prologue extends Base {
  language_constructor_prologue(int n) {
    if (n < 0) {
      throw new IllegalArgumentException();
    }
    super(n + 1);
  }

  static void main() {
    new language_constructor_prologue(1);
    int _ = 3;
  }
}
