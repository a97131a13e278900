void main() {
  Other.main(new String[] {"a"});
}
