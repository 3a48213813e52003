package io.deficitwatch.metrics.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefinitionCatalogueTest {
  @Test
  void shipsTheTwoDigitalBalances() {
    List<IndicatorDefinition> definitions = ShippedDefinitions.load().list();
    assertThat(definitions)
        .extracting(IndicatorDefinition::id)
        .containsExactly("JP-DIGITAL-3", "JP-DIGITAL-5");
    assertThat(components(definitions.getFirst()))
        .extracting(Component::id)
        .containsExactly("COPYRIGHT", "COMPUTER", "CONSULTING");
    assertThat(components(definitions.getLast())).hasSize(5);
  }

  private static List<Component> components(IndicatorDefinition definition) {
    return ((Sum) definition.formula()).components();
  }

  @Test
  void readsEveryFileOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/indicators"))) {
      assertThat(YamlResource.in("indicators", "index.yaml").read(String[].class))
          .containsExactlyInAnyOrderElementsOf(
              files.map(Path::getFileName).map(Path::toString).filter(this::isDefinition).toList());
    }
  }

  private boolean isDefinition(String file) {
    return !file.equals("index.yaml");
  }

  @Test
  void namesEveryFaultOfEveryFile() {
    assertThatThrownBy(() -> new YamlDefinitionCatalogue("faulty-indicators"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one.v1.yaml: version must be a whole number from 1")
        .hasMessageContaining("one.v1.yaml: title.ja is missing")
        .hasMessageContaining("one.v1.yaml: validFrom is unfit")
        .hasMessageContaining("one.v1.yaml: components[0].sign must be 1 or -1")
        .hasMessageContaining("one.v1.yaml: components[0].net must begin with M")
        .hasMessageContaining(
            "one.v1.yaml: components[1].net is missing, and so are credit and debit")
        .hasMessageContaining("one.v1.yaml: components has an id twice")
        .hasMessageContaining("one.v1.yaml: publishedTotals[0].frequency is unfit")
        .hasMessageContaining("two.v1.yaml: line 4, column 1");
  }

  @Test
  void shipsTheScenarioPointsOfMeti() {
    assertThat(new YamlScenarioCatalogue().listFor("JP-DIGITAL-5"))
        .extracting(point -> point.period() + " " + point.value().toPlainString())
        .containsExactly("2030 -10000000000000", "2035 -18000000000000", "2035 -28000000000000");
  }
}
