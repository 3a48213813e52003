package io.deficitwatch.alerting.qute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates are outside text. */
class QuteSummaryTemplatesTest {
  private static final Set<String> VARIABLES = Set.of("value", "rank");

  private final QuteSummaryTemplates templates = new QuteSummaryTemplates();

  @Test
  void valuesStandWhereTheyAreNamed() {
    assertThat(templates.render("今 {value} 円", Map.of("value", "−6.65兆", "rank", "")))
        .contains("今 −6.65兆 円");
  }

  @Test
  void whatThereIsNoneOfCanBeLeftOut() {
    String template = "{value}{#if rank}, place {rank}{/if}";

    assertThat(templates.render(template, Map.of("value", "1", "rank", "2")))
        .contains("1, place 2");
    assertThat(templates.render(template, Map.of("value", "1", "rank", ""))).contains("1");
    assertThat(templates.objection(template, VARIABLES)).isEmpty();
  }

  @Test
  void aTemplateThatFailsAfterAllSaysNothing() {
    assertThat(templates.render("{#if value > 0}x{/if}", Map.of("value", "a", "rank", "")))
        .isEmpty();
  }

  @Test
  void whatAValueSaysIsNoTemplate() {
    assertThat(templates.render("{value}", Map.of("value", "{rank} <b> {#if}", "rank", "2")))
        .contains("{rank} <b> {#if}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{unknown}",
        "{#if rank}{unknown}{/if}",
        "{#if rank}x{#else}{unknown}{/if}",
        "{value.length}",
        "{value.getClass}",
        "{value.class.classLoader}",
        "{value.repeat(1000000)}",
        "{this.keySet}",
        "{#for i in 1000000}x{/for}",
        "{#each value}x{/each}",
        "{#include other /}",
        "{#eval value /}",
        "{#let x=value}{x}{/let}",
        "{inject:dataSource}",
        "{config:password}",
        "{#if value}never closed",
        "{#if value && value > 0}{value}{#else}{rank}{/if}",
        "{#if value gt 1}x{/if}",
      })
  void nothingElseCanBeSaid(String template) {
    assertThat(templates.objection(template, VARIABLES)).isPresent();
  }
}
