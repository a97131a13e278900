package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.course.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A class hands in its versions of the exercises, and gets a row for each learner and exercise.
@Measuring
class ClassIT {
  private static final Path SCRIPTS = Duet.ROOT.resolve("scripts");

  @TempDir Path folder;

  private void handIn(String learner, String from, String to) throws Exception {
    Path file = folder.resolve("class").resolve(learner).resolve(to);
    Files.createDirectories(file.getParent());
    Files.copy(SCRIPTS.resolve(from), file);
  }

  @Test
  void whoHasSolvedWhatStandsInATable() throws Exception {
    String deposit = "04-synchronization/exercises/solutions/deposit";
    handIn("ana", deposit + ".py", "deposit.py");
    handIn("ana", deposit + ".java", "week 4/Deposit.java");
    handIn("bo", "04-synchronization/exercises/deposit.py", "deposit.py");
    handIn("bo", deposit + ".java", "deposit.java");
    handIn("bo", "04-synchronization/exercises/two_forks.py", "two_forks.py");
    Path starter = SCRIPTS.resolve("04-synchronization/exercises/two_forks.py");
    Path dee = Files.createDirectories(folder.resolve("class/dee"));
    Files.writeString(
        dee.resolve("two_forks.py"),
        Files.readString(starter)
            .replace("sleep(0.1)", "both.wait()")
            .replace("left = ", "both = threading.Barrier(2)\nleft = "));
    Files.writeString(folder.resolve("class/bo/notes.py"), "print('no exercise')");
    Path cy = Files.createDirectories(folder.resolve("class/cy"));
    Files.createSymbolicLink(cy.resolve("deposit.java"), SCRIPTS.resolve(deposit + ".java"));
    Path passwords = Files.writeString(folder.resolve("passwords"), "root:x:0:0\n");
    Files.createSymbolicLink(cy.resolve("two_forks.java"), passwords);
    Path csv = folder.resolve("grades.csv");
    Duet batch =
        Duet.run(
            "batch", folder.resolve("class"), "--grade", csv, "--speed", 5, "--timeout", "20s");
    assertEquals(1, batch.status(), batch.err());
    List<String> rows = Files.readAllLines(csv);
    assertEquals("learner,module,exercise,solved,python,java,problem", rows.getFirst());
    assertEquals(1 + 4 * 12, rows.size());
    assertTrue(rows.contains("ana,04-synchronization,deposit,yes,solved,solved,"), rows::toString);
    assertTrue(
        rows.stream()
            .anyMatch(r -> r.startsWith("bo,04-synchronization,deposit,yes,unchanged,solved,")),
        rows::toString);
    assertTrue(
        rows.stream()
            .anyMatch(r -> r.startsWith("bo,04-synchronization,two_forks,no,unchanged,missing,")),
        rows::toString);
    assertTrue(
        rows.stream()
            .anyMatch(
                r ->
                    r.startsWith("dee,04-synchronization,two_forks,no,open,missing,")
                        && r.contains("deadlock")),
        rows::toString);
    assertTrue(rows.contains("cy,01-threads,overlap,no,missing,missing,"), rows::toString);
    for (String name : List.of("deposit", "two_forks")) {
      assertTrue(
          rows.stream()
              .anyMatch(
                  r ->
                      r.startsWith("cy,04-synchronization," + name + ",no,missing,open,")
                          && r.contains(name + ".java is a link to a file outside of " + cy)),
          rows::toString);
    }
    assertFalse((batch.out() + batch.err() + rows).contains("root:"), batch.out());
  }

  @Test
  void rowsCanBeJsonOfAnotherCourse() throws Exception {
    Template.layOut(folder.resolve("course/01-first"));
    Path handedIn = folder.resolve("class/ana/at_once.py");
    Files.createDirectories(handedIn.getParent());
    Files.copy(folder.resolve("course/01-first/exercises/solutions/at_once.py"), handedIn);
    Path json = folder.resolve("grades.json");
    Duet batch =
        Duet.run(
            "batch",
            folder.resolve("class"),
            "--grade",
            json,
            "--course",
            folder.resolve("course"));
    assertEquals(0, batch.status(), batch.out() + batch.err());
    JsonObject row = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    assertEquals("grade", row.get("kind").getAsString());
    assertEquals("ana", row.get("learner").getAsString());
    assertTrue(row.get("solved").getAsBoolean());
    assertEquals("missing", row.get("java").getAsString());
    Duet none = Duet.run("batch", folder.resolve("course"), "--grade", json);
    assertEquals(5, none.status(), none.out());
    assertTrue(none.err().contains("Make a folder for each learner"), none.err());
  }
}
