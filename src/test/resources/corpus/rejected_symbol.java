// expect: rejected
// message: cannot find symbol
void main() {
  nothing();
}
