import java.util.ArrayList;
import java.util.List;

public class Account {
  private final String owner;
  private final List<Integer> sums = new ArrayList<>();

  public Account(String owner) {
    this.owner = owner;
  }

  public void add(int sum) {
    sums.add(sum);
  }

  @Override
  public String toString() {
    return owner + " " + sums;
  }
}
