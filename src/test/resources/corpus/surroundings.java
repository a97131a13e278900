// expect: completed
// prints: ^end$
void main() {
  for (var name : List.copyOf(System.getProperties().stringPropertyNames())) {
    System.clearProperty(name);
  }
  Locale.setDefault(Locale.of("ar", "EG"));
  TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
  IO.println("end");
}
