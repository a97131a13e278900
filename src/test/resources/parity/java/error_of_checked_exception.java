void main() {
  Thread.sleep(1);
}
