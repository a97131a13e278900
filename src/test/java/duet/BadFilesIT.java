package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One bad file never ends the others' play: a batch of files that Duet cannot read or understand,
/// with one good script in each folder. Only the good scripts, in Java, are really played.
@Timeout(120)
class BadFilesIT {
  @TempDir private Path folder;

  /// What the message of each bad file says, by its path in the batch.
  private final Map<String, String> problems = new TreeMap<>();

  @Test
  void everyFileHasItsResultAndTheOthersPlay() throws Exception {
    Path root = folder.resolve("class");
    for (String learner : new String[] {"ana", "bo", "cy"}) {
      Files.createDirectories(root.resolve(learner));
      Files.writeString(root.resolve(learner + "/good.java"), "void main() { IO.println(1); }\n");
    }
    layOddFiles(root.resolve("ana"));
    layOddTexts(root.resolve("bo"));
    Files.writeString(root.resolve("cy/lesson.md"), "---\n" + "{".repeat(10_000) + "\n---\n");
    problems.put("cy/good", "cy/lesson.md: its lists and mappings are nested too deeply");

    Path xml = folder.resolve("duet.xml");
    Path html = folder.resolve("duet.html");
    Path log = folder.resolve("duet.jsonl");
    Duet batch =
        Duet.run("batch", root, "--junit", xml, "--html", html, "--log", log, "--timeout", "20s");
    assertEquals(1, batch.status(), batch.err());
    assertFalse(batch.err().contains("\tat "), batch.err());
    assertTrue(batch.out().contains("✓ ana/good"), batch.out());
    assertTrue(batch.out().contains("✓ bo/good"), batch.out());
    String counted = problems.size() + 2 + " scenarios: 2 passed, " + problems.size() + " failed";
    assertTrue(batch.out().contains(counted), batch.out());
    assertFalse(batch.out().contains("\u001b"), batch.out());
    String junit = Files.readString(xml);
    problems.forEach(
        (path, problem) -> {
          assertTrue(batch.out().contains("✗ " + path + " "), path + "\n" + batch.out());
          assertTrue(batch.out().contains(problem), problem + "\n" + batch.out());
          assertTrue(junit.contains(problem), problem);
        });
    String table = Duet.run("report", log, "--csv").out();
    assertEquals(1 + problems.size() + 2, table.lines().count(), table);
  }

  private void layOddFiles(Path ana) throws Exception {
    for (String name : new String[] {".java", ".py", "java", "py", "ipynb"}) {
      Files.writeString(ana.resolve(name), "never played");
    }
    try (var sparse = new RandomAccessFile(ana.resolve("deposit.py").toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    problems.put("ana/deposit", "deposit.py is larger than 1 MiB");
    try (var nuls = new RandomAccessFile(ana.resolve("nuls.java").toFile(), "rw")) {
      nuls.setLength(60L << 20);
    }
    problems.put("ana/nuls", "nuls.java is larger than 1 MiB");
    try (var sparse = new RandomAccessFile(ana.resolve("large.ipynb").toFile(), "rw")) {
      sparse.setLength(17L << 20);
    }
    problems.put("ana/large", "large.ipynb is larger than 16 MiB");
    var pipe = new ProcessBuilder("mkfifo", ana.resolve("pipe.py").toString()).inheritIO();
    assertEquals(0, pipe.start().waitFor());
    problems.put("ana/pipe", "pipe.py is a pipe, a socket or a device");
    Files.createSymbolicLink(ana.resolve("loop.java"), Path.of("loop.java"));
    problems.put("ana/loop", "loop.java cannot be read");
    Files.createSymbolicLink(ana.resolve("gone.py"), Path.of("missing.py"));
    problems.put("ana/gone", "gone.py cannot be read: it is a link to a file that does not exist");
    Files.write(
        ana.resolve("latin.py"), "print('caf\u00e9')".getBytes(StandardCharsets.ISO_8859_1));
    problems.put("ana/latin", "latin.py:1: SyntaxError: Non-UTF-8 code starting with '\\xe9'");
    Path secret = Files.writeString(ana.resolve("secret.py"), "print(1)\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(secret)) { // nothing is secret from the administrator
      Files.delete(secret);
    } else {
      problems.put("ana/secret", "secret.py cannot be read: you have no permission");
    }
    String longest = "n".repeat(250);
    Files.writeString(ana.resolve(longest + ".py"), "");
    problems.put("ana/" + longest, longest + ".py: the file is empty");
  }

  private void layOddTexts(Path bo) throws Exception {
    declared(bo, "deep", "[".repeat(10_000), "deep.duet.yaml: its lists and mappings are nested");
    declared(bo, "code", "title: \"\\UFFFFFFFF\"", "code.duet.yaml: it is not YAML");
    declared(bo, "itself", "expect: &a {prints: [*a]}", "itself.duet.yaml: its lists and");
    declared(bo, "typo", "a: 1\nb: [c: d: e", "typo.duet.yaml:2: ");
    notebook(bo, "nested", "[".repeat(100_000), "its JSON is broken at line 1");
    notebook(bo, "number", "{\"nbformat\": 1e999999999}", "it does not follow nbformat 4");
    notebook(bo, "types", "{\"nbformat\": 4, \"cells\": {}}", "it does not follow nbformat 4");
    Files.writeString(bo.resolve("two\nlines\u001b[2J.py"), " ");
    problems.put("bo/two␊lines␛[2J", "␛[2J.py: the file is empty");
  }

  private void declared(Path folder, String name, String yaml, String problem) throws Exception {
    Files.writeString(folder.resolve(name + ".java"), "void main() {}\n");
    Files.writeString(folder.resolve(name + ".duet.yaml"), yaml);
    problems.put("bo/" + name, problem);
  }

  private void notebook(Path folder, String name, String json, String problem) throws Exception {
    Files.writeString(folder.resolve(name + ".ipynb"), json);
    problems.put("bo/" + name, problem);
  }
}
