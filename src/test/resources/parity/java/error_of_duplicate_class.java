class A {}

class A {
  public static void main(String[] args) {}
}
