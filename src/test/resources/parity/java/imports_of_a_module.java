import module java.sql;

void main() {
  IO.println(new Timestamp(0).getTime());
  IO.println(Types.INTEGER);
}
