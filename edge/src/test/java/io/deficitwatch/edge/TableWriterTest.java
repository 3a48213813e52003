package io.deficitwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {
  @Test
  void quotesWhatWouldEndACellOrARow() throws IOException {
    assertThat(written("a,b", "say \"no\"", "赤字\n2024"))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"赤字\n2024\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+SUM(A1)", "-1+2", "@cmd", "-", "-6.5 trn", "-Infinity"})
  void keepsTextFromBeingAFormula(String text) throws IOException {
    assertThat(written(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1"})
  void keepsTextFromBeingAFormulaBehindASpace(String text) throws IOException {
    assertThat(written(text).replace("\"", "")).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-6850000000000", "-0.25", "+81", "1E-7", "-1.5E+3", "2024", "", "JP-DIGITAL-5"})
  void leavesFiguresAndCodesAsTheyAre(String cell) throws IOException {
    assertThat(written(cell)).isEqualTo(cell);
  }

  /** The only row of a table of these cells. */
  private static String written(String... cells) throws IOException {
    var out = new ByteArrayOutputStream();
    new TableWriter()
        .writeTo(
            new OneRow(List.of(cells)),
            OneRow.class,
            OneRow.class,
            new Annotation[0],
            MediaType.valueOf(Csv.TEXT_CSV),
            new MultivaluedHashMap<>(),
            out);
    String table = out.toString(StandardCharsets.UTF_8);
    assertThat(table).startsWith("COLUMN").endsWith("\r\n");
    return table.substring(table.indexOf("\r\n") + 2, table.length() - 2);
  }

  private record OneRow(List<String> cells) implements Csv {
    @Override
    public List<String> columns() {
      return cells.stream().map(_ -> "COLUMN").toList();
    }

    @Override
    public Stream<List<String>> rows() {
      return Stream.of(cells);
    }
  }
}
