package duet;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/// Dependencies between packages point one way: from what the user meets to what is played.
class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("duet");

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("main")
        .definedBy("duet")
        .layer("setup")
        .definedBy("duet.setup")
        .layer("cli")
        .definedBy("duet.cli")
        .layer("embed")
        .definedBy("duet.embed")
        .layer("repl")
        .definedBy("duet.repl")
        .layer("course")
        .definedBy("duet.course")
        .layer("batch")
        .definedBy("duet.batch")
        .layer("render")
        .definedBy("duet.render")
        .layer("compare")
        .definedBy("duet.compare")
        .layer("run")
        .definedBy("duet.run")
        .layer("language")
        .definedBy("duet.lane.python", "duet.lane.java")
        .layer("host")
        .definedBy("duet.lane.host")
        .layer("lane")
        .definedBy("duet.lane")
        .layer("scenario")
        .definedBy("duet.scenario..")
        .whereLayer("main")
        .mayOnlyBeAccessedByLayers("setup")
        .whereLayer("setup")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("embed")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("repl")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("course")
        .mayOnlyBeAccessedByLayers("repl", "cli")
        .whereLayer("batch")
        .mayOnlyBeAccessedByLayers("course", "cli")
        .whereLayer("render")
        .mayOnlyBeAccessedByLayers("batch", "course", "repl", "cli")
        .whereLayer("compare")
        .mayOnlyBeAccessedByLayers("render", "batch", "course", "embed", "cli")
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers(
            "compare", "render", "batch", "course", "embed", "repl", "cli", "setup", "main")
        .whereLayer("language")
        .mayOnlyBeAccessedByLayers("run", "cli", "setup")
        .whereLayer("host")
        .mayOnlyBeAccessedByLayers("language", "run")
        .check(classes);
  }

  @Test
  void noPackageDependsOnItselfThroughAnother() {
    slices().matching("duet.(**)").should().beFreeOfCycles().check(classes);
  }
}
