package io.deficitwatch.alerting;

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
  private static final String ROOT = "io.deficitwatch.alerting";
  private static final String[] FEATURES = {
    ROOT + ".rule..",
    ROOT + ".alert..",
    ROOT + ".silence..",
    ROOT + ".subscription..",
    ROOT + ".delivery.."
  };
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void adaptersDoNotMeet() {
    slices()
        .matching(ROOT + ".(rest|messaging|persistence|webhook|cel|qute|yaml)..")
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
  void deliveriesStandOnAlertsAndTheseOnRules() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".rule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".alert..", ROOT + ".subscription..", ROOT + ".delivery..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".alert..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".subscription..", ROOT + ".delivery..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".silence..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".subscription..", ROOT + ".delivery..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".subscription..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".alert..", ROOT + ".rule..", ROOT + ".delivery..")
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
            resideInAnyPackage(
                "jakarta.persistence..", "java.sql..", "javax.sql..", "io.quarkus.hibernate.."))
        .check(CODE);
  }
}
