package io.deficitwatch.metrics;

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
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.deficitwatch.metrics";
  private static final String[] FEATURES = {
    ROOT + ".observation..",
    ROOT + ".indicator..",
    ROOT + ".record..",
    ROOT + ".transform..",
    ROOT + ".revision..",
    ROOT + ".projection..",
    ROOT + ".forecast..",
    ROOT + ".scenario..",
    ROOT + ".crossing..",
    ROOT + ".backtest..",
    ROOT + ".definition.."
  };
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void adaptersDoNotMeet() {
    slices()
        .matching(ROOT + ".(rest|messaging|persistence|schedule|yaml|jdemetra|hipparchus)..")
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
  void recordsTransformsAndProjectionsStandOnIndicatorsAndTheseOnObservations() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".observation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".indicator..",
            ROOT + ".record..",
            ROOT + ".transform..",
            ROOT + ".revision..",
            ROOT + ".projection..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".indicator..",
            ROOT + ".record..",
            ROOT + ".transform..",
            ROOT + ".revision..",
            ROOT + ".projection..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".definition..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".indicator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".record..", ROOT + ".transform..", ROOT + ".revision..", ROOT + ".projection..")
        .check(CODE);
    slices()
        .matching(ROOT + ".(record|transform|revision|projection)..")
        .should()
        .notDependOnEachOther()
        .check(CODE);
  }

  @Test
  void forecastsKnowNumbersAlone() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".forecast..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".forecast..",
            "java..",
            "org.jspecify..",
            "jakarta.inject..",
            "jakarta.enterprise.context..")
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
