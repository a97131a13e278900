package app;

import other.Line;

class Main {
  public static void main(String[] args) {
    System.out.println(Line.of(3) + new Near().text());
  }
}
