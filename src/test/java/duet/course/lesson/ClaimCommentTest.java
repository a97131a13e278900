package duet.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimCommentTest {
  private static ClaimComment mark(String comment, String before) {
    return ClaimComment.of(7, "<!-- " + comment + " -->", before, List.of("python", "java"))
        .orElseThrow();
  }

  @Test
  void aFigureIsTheLastNumberBeforeIt() {
    var mark =
        assertInstanceOf(
            ClaimComment.Measured.class,
            mark("measured: lock python wall ± 0.5", "2 threads took 1,200.5 "));
    assertEquals(1200.5, mark.figure());
    assertEquals("lock", mark.scenario());
    assertEquals("python", mark.lane());
    assertTrue(mark.fits(1200.9, 1));
    assertFalse(mark.fits(1201.1, 1));
    assertTrue(mark.fits(1201.1, 10), "what is played faster is measured roughly");
  }

  @Test
  void withoutAToleranceItIsATenth() {
    var mark =
        assertInstanceOf(ClaimComment.Measured.class, mark("measured: lock lines", "about 40"));
    assertTrue(mark.fits(44, 10));
    assertFalse(mark.fits(45, 10));
  }

  @Test
  void aClaimNamesAnExpectation() {
    assertEquals(new ClaimComment.Shown(7, "lock", "order"), mark("shown by: lock order", "never"));
  }

  @Test
  void whatIsMisspeltIsSaid() {
    assertInstanceOf(ClaimComment.Misspelt.class, mark("measured lock wall", "4"));
    assertInstanceOf(ClaimComment.Misspelt.class, mark("measured: lock wall", "four seconds"));
    assertInstanceOf(ClaimComment.Misspelt.class, mark("measured: lock weight", "4"));
    assertInstanceOf(ClaimComment.Misspelt.class, mark("measured: lock 'took ('", "4"));
    assertInstanceOf(ClaimComment.Misspelt.class, mark("shown by lock order", ""));
    assertInstanceOf(ClaimComment.Misspelt.class, mark("measured: lock wall ± 1.2.3", "4"));
    assertEquals(
        Optional.empty(), ClaimComment.of(1, "<!-- to do: an image -->", "4", List.of("python")));
  }
}
