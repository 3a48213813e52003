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
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.eventing.Tombstone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.deficitwatch.ingestion";
  private static final String[] FEATURES = {
    ROOT + ".backfill..",
    ROOT + ".calendar..",
    ROOT + ".catalogue..",
    ROOT + ".fetch..",
    ROOT + ".figures..",
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
        .matching(ROOT + ".(rest|format|persistence|yaml|holiday|source|schedule|scratch)..")
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
                .or(
                    belongToAnyOf(
                        Outbox.class, OutboundMessage.class, OutboundEvent.class, Tombstone.class)))
        .check(CODE);
  }

  @Test
  void fetchesStandOnReleasesTheseOnFiguresThenQualityThenTheCatalogue() {
    List<String> order = List.of("catalogue", "quality", "figures", "release", "fetch");
    for (int i = 0; i < order.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + order.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(order.subList(i + 1, order.size())))
          .check(CODE);
    }
  }

  @Test
  void theCalendarStandsAloneAndOnlyFetchesOnIt() {
    List<String> others = List.of("catalogue", "quality", "figures", "release");
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".calendar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(others))
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".fetch..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAnyPackage(packages(others))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".calendar..")
        .check(CODE);
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
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
