final int limit = 3;
int sum;

void add(int n) {
  sum += n;
}

void main() {
  for (int i = 1; i <= limit; i++) {
    add(i);
  }
  IO.println(sum);
}
