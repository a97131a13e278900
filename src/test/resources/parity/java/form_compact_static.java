static int calls;

static void main() {
  calls++;
  IO.println(calls);
}
