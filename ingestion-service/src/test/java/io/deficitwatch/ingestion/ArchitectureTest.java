package io.deficitwatch.ingestion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.Outbox;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.deficitwatch.ingestion";
  private static final String[] FEATURES = {
    ROOT + ".calendar..",
    ROOT + ".catalogue..",
    ROOT + ".fetch..",
    ROOT + ".quality..",
    ROOT + ".release.."
  };
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void adaptersDoNotMeet() {
    slices()
        .matching(ROOT + ".(rest|format|persistence|yaml|holiday|source|schedule)..")
        .should()
        .notDependOnEachOther()
        .check(CODE);
  }

  @Test
  void featuresStandOnTheLanguageAndTheContractsAlone() {
    classes()
        .that()
        .resideInAnyPackage(FEATURES)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(FEATURES)
                .or(
                    resideInAnyPackage(
                        "java..",
                        "io.deficitwatch.contracts..",
                        "org.jspecify..",
                        "jakarta.inject..",
                        "jakarta.enterprise.context..",
                        "jakarta.transaction.."))
                .or(belongToAnyOf(Outbox.class, OutboundEvent.class)))
        .check(CODE);
  }

  @Test
  void releasesStandOnQualityAndTheseOnTheCatalogue() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".catalogue..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".quality..", ROOT + ".release..", ROOT + ".calendar..", ROOT + ".fetch..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".quality..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".release..", ROOT + ".calendar..", ROOT + ".fetch..")
        .check(CODE);
  }

  @Test
  void fetchesStandOnReleasesAndTheCalendarAndTheseOnNeither() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".release..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".calendar..", ROOT + ".fetch..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".calendar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".catalogue..", ROOT + ".quality..", ROOT + ".release..", ROOT + ".fetch..")
        .check(CODE);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void entitiesStayInPersistence() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".persistence..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta.persistence..", "java.sql..", "io.quarkus.hibernate.."))
        .check(CODE);
  }
}
