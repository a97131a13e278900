import java.util.*;

class Main {
  public static void main(String[] args) {
    List list = new ArrayList();
    list.add(1);
    for (Object one : list) {
      System.out.println(one);
    }
    new Date(100, 1, 1);
  }
}
