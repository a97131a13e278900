// expect: rejected
// message: unreported exception
void main() {
  Thread.sleep(1);
}
