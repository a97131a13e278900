void main() {
  new Helper();
}
