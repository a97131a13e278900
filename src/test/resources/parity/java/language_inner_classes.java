public class language_inner_classes {
  private int n = 1;

  class Inner {
    int n() {
      return n++;
    }
  }

  static class Nested<T> {
    T value;
  }

  public static void main(String[] args) {
    var outer = new language_inner_classes();
    var inner = outer.new Inner();
    var nested = new Nested<String>() {
      @Override
      public String toString() {
        return "anonymous " + value;
      }
    };
    nested.value = "" + inner.n() + inner.n();
    System.out.println(nested + " " + nested.getClass().getName());
  }
}
