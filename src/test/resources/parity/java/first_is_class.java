class Helper {
  int n = 1;
}

public class first_is_class {
  public static void main(String[] args) {
    System.out.println(Helper.class.getName() + " first");
  }
}
