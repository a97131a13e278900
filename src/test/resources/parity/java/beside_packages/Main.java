import util.*;
import util.text.Line;

void main() {
  IO.println(Numbers.sum(1, 2, 3));
  IO.println(Line.of(4));
}
