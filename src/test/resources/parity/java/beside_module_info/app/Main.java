package app;

class Main {
  public static void main(String[] args) {
    System.out.println(java.util.stream.IntStream.of(1, 2).sum());
  }
}
