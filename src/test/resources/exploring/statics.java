// What is static begins anew in every schedule.

static int turns;
static final List<String> names = new ArrayList<>();

void main() throws InterruptedException {
  Thread other = new Thread(() -> names.add("x"));
  other.start();
  other.join();
  turns++;
  IO.println(turns + " " + names + " " + other.getName());
}
