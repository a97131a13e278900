void main(String[] args) {
  IO.println(args.length);
}
