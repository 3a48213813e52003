package io.deficitwatch.metrics.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.metrics.definition.DefinitionFile;
import io.deficitwatch.metrics.definition.FiledDefinition;
import io.deficitwatch.metrics.definition.SumFinder;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionCatalogueTest {
  @Test
  void shipsTheDigitalBalancesAndWhatTheyAreComparedWith() {
    Map<String, IndicatorDefinition> definitions =
        ShippedDefinitions.load().list().stream()
            .collect(Collectors.toMap(IndicatorDefinition::id, definition -> definition));
    assertThat(definitions.keySet())
        .contains("JP-DIGITAL-3", "JP-DIGITAL-5", "JP-SI", "JP-SERVICES", "JP-TRAVEL", "JP-GOODS")
        .contains("JP-CURRENT-ACCOUNT", "JP-CRUDE-OIL-IMPORTS", "JP-DIGITAL-TO-CRUDE-OIL")
        .contains("JP-DIGITAL-TO-TRAVEL", "DIGITALLY-DELIVERABLE", "IP-CHARGES");
    assertThat(components(definitions, "JP-DIGITAL-3"))
        .extracting(Component::id)
        .containsExactly("COPYRIGHT", "COMPUTER", "CONSULTING");
    assertThat(components(definitions, "JP-DIGITAL-5"))
        .hasSize(5)
        .allSatisfy(
            component ->
                assertThat(components(definitions, "JP-" + component.id()))
                    .containsExactly(component));
  }

  private static List<Component> components(
      Map<String, IndicatorDefinition> definitions, String id) {
    return ((Sum) Objects.requireNonNull(definitions.get(id)).formula()).components();
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
    assertThatThrownBy(
            () ->
                FiledDefinition.read(
                    new YamlDefinitionFiles("faulty-indicators", Optional.empty()).listShipped(),
                    SumFinder.NONE))
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
  void readsFilesOfTheOperatorsBesideThoseOfTheService(@TempDir Path directory) throws IOException {
    String shipped = Files.readString(Path.of("src/main/resources/indicators/JP-TRAVEL.v1.yaml"));
    Files.writeString(directory.resolve("next.yml"), shipped.replace("version: 1", "version: 2"));
    Files.writeString(directory.resolve("twice.yaml"), "id: A\nid: B\n");
    Files.writeString(directory.resolve("readme.txt"), "no definition");

    List<DefinitionFile> own =
        new YamlDefinitionFiles("indicators", Optional.of(directory)).listOwn();

    assertThat(own).hasSize(2);
    assertThat(own.getFirst().document().orElseThrow().version()).isEqualTo(2);
    assertThat(own.getFirst().faults()).isEmpty();
    assertThat(own.getLast().faults())
        .singleElement()
        .matches(fault -> fault.place().contains("line 2"));
  }

  @Test
  void shipsTheScenarioPointsOfMeti() {
    assertThat(new YamlScenarioCatalogue().list())
        .allMatch(point -> point.indicators().contains("JP-DIGITAL-5"))
        .extracting(point -> point.period() + " " + point.value().toPlainString())
        .containsExactly("2030 -10000000000000", "2035 -18000000000000", "2035 -28000000000000");
  }
}
