package io.deficitwatch.edge;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes tables as RFC 4180 does, in UTF-8, a row at a time. Text that a spreadsheet would take for
 * a formula, as it comes from titles and wordings of others, begins with an apostrophe; figures
 * stay as they are (OWASP, "CSV Injection").
 */
@Provider
@Produces(Csv.TEXT_CSV)
public class TableWriter implements MessageBodyWriter<Csv> {
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern FIGURE = Pattern.compile("[+-]?\\d+(\\.\\d+)?(E[+-]?\\d+)?");

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return Csv.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Csv table,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    headers.putSingle("Content-Type", Csv.TEXT_CSV + ";charset=UTF-8;header=present");
    CsvWriter writer =
        CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.writeRecord(table.columns());
    for (Iterator<List<String>> rows = table.rows().iterator(); rows.hasNext(); ) {
      writer.writeRecord(rows.next().stream().map(TableWriter::harmless).toList());
    }
    writer.flush();
  }

  private static String harmless(String cell) {
    return FORMULA.matcher(cell).matches() && !FIGURE.matcher(cell).matches() ? "'" + cell : cell;
  }
}
