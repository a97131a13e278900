void main() {
  IO.println("without arguments");
}

static void main(String[] args) {
  IO.println("with arguments");
}
