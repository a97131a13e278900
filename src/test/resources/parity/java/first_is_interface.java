interface Helper {
  int N = 1;
}

public class first_is_interface {
  public static void main(String[] args) {
    System.out.println(Helper.class.getName() + " first");
  }
}
