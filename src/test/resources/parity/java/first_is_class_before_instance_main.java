class Helper {
  int n = 1;
}

class first_is_class_before_instance_main {
  void main() {
    System.out.println(new Helper().n);
  }
}
