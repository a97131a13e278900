class Main {
  void main(String[] args) {
    System.out.println(args.length);
  }
}
