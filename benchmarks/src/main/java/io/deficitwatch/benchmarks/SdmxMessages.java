package io.deficitwatch.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A panel in every shape of SDMX that the service reads. */
record SdmxMessages(Panel panel) {
  private static final String DATAFLOW = "BENCHMARK:PANEL";
  private static final String URN =
      "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=BENCHMARK:PANEL(1.0)";
  private static final String HEADER_21 =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <message:%1$s xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" xmlns:data="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
      <message:Header><message:ID>PANEL</message:ID><message:Test>false</message:Test><message:Prepared>2026-01-01T00:00:00Z</message:Prepared><message:Sender id="BENCHMARK"/><message:Structure structureID="P" dimensionAtObservation="TIME_PERIOD"><common:StructureUsage><Ref agencyID="BENCHMARK" id="PANEL" version="1.0"/></common:StructureUsage></message:Structure></message:Header>
      """;

  Stream<MadeRelease> all() {
    return Stream.of(
        made("SDMX-CSV 1.0", "sdmx-csv", this::csv1),
        made("SDMX-CSV 2.0", "sdmx-csv", panel::writeCsv),
        made("SDMX-ML 2.1 generic", "sdmx-ml", this::generic),
        made("SDMX-ML 2.1 structure-specific", "sdmx-ml", this::structureSpecific),
        made("SDMX-ML 3.0", "sdmx-ml", panel::writeXml),
        made("SDMX-JSON 1.0", "sdmx-json", out -> json(out, false)),
        made("SDMX-JSON 2.0", "sdmx-json", out -> json(out, true)));
  }

  private MadeRelease made(String shape, String format, MadeRelease.Writing writing) {
    return MadeRelease.of(shape, format, DATAFLOW, panel.areas(), panel.observations(), writing);
  }

  private void csv1(Writer out) throws IOException {
    out.write(
        "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,ACCOUNT_ITEM,UNIT_MEASURE,"
            + "TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\n");
    panel.forEach(
        row ->
            Panel.append(
                out,
                "BENCHMARK:PANEL(1.0),M,%s,W1,%s,%s,USD,%s,%s,6,A\n"
                    .formatted(row.area(), row.entry(), row.item(), row.period(), row.value())));
  }

  private void generic(Writer out) throws IOException {
    out.write(HEADER_21.formatted("GenericTimeSeriesData"));
    out.write("<message:DataSet structureRef=\"P\" action=\"Information\">\n");
    panel.forEachSeries(
        out,
        row ->
            "<generic:Series><generic:SeriesKey>"
                + value("FREQ", "M")
                + value("REF_AREA", row.area())
                + value("COUNTERPART_AREA", "W1")
                + value("ACCOUNTING_ENTRY", row.entry())
                + value("ACCOUNT_ITEM", row.item())
                + value("UNIT_MEASURE", "USD")
                + "</generic:SeriesKey><generic:Attributes>"
                + value("UNIT_MULT", "6")
                + "</generic:Attributes>\n",
        (row, _) ->
            "<generic:Obs><generic:ObsDimension value=\"%s\"/><generic:ObsValue value=\"%s\"/><generic:Attributes>%s</generic:Attributes></generic:Obs>\n"
                .formatted(row.period(), row.value(), value("OBS_STATUS", "A")),
        "</generic:Series>\n");
    out.write("</message:DataSet>\n</message:GenericTimeSeriesData>\n");
  }

  private static String value(String id, String code) {
    return "<generic:Value id=\"" + id + "\" value=\"" + code + "\"/>";
  }

  private void structureSpecific(Writer out) throws IOException {
    out.write(HEADER_21.formatted("StructureSpecificTimeSeriesData"));
    out.write("<message:DataSet data:structureRef=\"P\" data:action=\"Information\">\n");
    panel.forEachSeries(
        out,
        row ->
            "<Series FREQ=\"M\" REF_AREA=\"%s\" COUNTERPART_AREA=\"W1\" ACCOUNTING_ENTRY=\"%s\" ACCOUNT_ITEM=\"%s\" UNIT_MEASURE=\"USD\" UNIT_MULT=\"6\">\n"
                .formatted(row.area(), row.entry(), row.item()),
        (row, _) ->
            "<Obs TIME_PERIOD=\"%s\" OBS_VALUE=\"%s\" OBS_STATUS=\"A\"/>\n"
                .formatted(row.period(), row.value()),
        "</Series>\n");
    out.write("</message:DataSet>\n</message:StructureSpecificTimeSeriesData>\n");
  }

  private void json(Writer out, boolean isSecond) throws IOException {
    String structure =
        """
        {"links":[{"href":"http://example.org/","urn":"%s","rel":"dataflow"}],"dimensions":{"dataSet":[],"series":[%s],"observation":[%s]},"attributes":{"dataSet":[],"series":[%s],"observation":[%s]}}"""
            .formatted(
                URN,
                String.join(
                    ",",
                    codes("FREQ", Stream.of("M")),
                    codes("REF_AREA", IntStream.range(0, panel.areas()).mapToObj(Panel::area)),
                    codes("COUNTERPART_AREA", Stream.of("W1")),
                    codes("ACCOUNTING_ENTRY", Stream.of("C", "D")),
                    codes("ACCOUNT_ITEM", IntStream.range(0, panel.items()).mapToObj(Panel::item)),
                    codes("UNIT_MEASURE", Stream.of("USD"))),
                codes("TIME_PERIOD", IntStream.range(0, panel.months()).mapToObj(panel::period)),
                codes("UNIT_MULT", Stream.of("6")),
                codes("OBS_STATUS", Stream.of("A")));
    String about =
        "\"id\":\"PANEL\",\"prepared\":\"2026-01-01T00:00:00Z\",\"sender\":{\"id\":\"B\"}";
    out.write(
        isSecond
            ? "{\"meta\":{" + about + "},\"data\":{\"structures\":[" + structure + "],"
            : "{\"header\":{" + about + "},\"structure\":" + structure + ",");
    out.write("\"dataSets\":[{\"action\":\"Information\",\"series\":{\n");
    boolean[] isFirst = {true};
    panel.forEachSeries(
        out,
        row -> {
          String comma = isFirst[0] ? "" : ",";
          isFirst[0] = false;
          return "%s\"0:%d:0:%d:%d:0\":{\"attributes\":[0],\"observations\":{"
              .formatted(
                  comma,
                  Integer.parseInt(row.area().substring(1)),
                  row.entry().equals("C") ? 0 : 1,
                  Integer.parseInt(row.item().substring(1)));
        },
        (row, number) -> "%s\"%d\":[%s,0]".formatted(number == 0 ? "" : ",", number, row.value()),
        "}}\n");
    out.write(isSecond ? "}}]}}\n" : "}}]}\n");
  }

  private static String codes(String id, Stream<String> codes) {
    List<String> values = codes.map(code -> "{\"id\":\"" + code + "\"}").toList();
    return values.stream()
        .collect(Collectors.joining(",", "{\"id\":\"" + id + "\",\"values\":[", "]}"));
  }
}
