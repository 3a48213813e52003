package io.deficitwatch.ingestion.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.format.table.MofTrend;
import io.deficitwatch.ingestion.sample.LocalPublisher.Mood;
import io.deficitwatch.ingestion.sample.LocalPublisher.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a publisher's server answers to the first fetch, one reply after the other: busy at first,
 * then the real recorded reply. Where none is recorded, it is made in the shape of a real one.
 */
public enum Recording {
  /** Real: two pages, and before them that the API is busy, told once by HTTP and once not. */
  BOJ_BP01(
      "BOJ:BP01",
      () ->
          List.of(
              Replying.busy(),
              Reply.of(
                  200,
                  "{\"STATUS\":503,\"MESSAGEID\":\"M181091S\",\"MESSAGE\":\"busy\",\"RESULTSET\":null}"),
              Reply.of(
                      200,
                      Replying.text("data/boj-api/BP01_BPBP6JYNSN_services.json")
                          .replace("\"NEXTPOSITION\":null", "\"NEXTPOSITION\":2"))
                  .in(Mood.SLOW),
              Reply.of(
                  200,
                  Replying.text("data/boj-api/BP01_BPBP6JYNTB_goods.json")
                      .replace("\"STARTPOSITION\":\"\"", "\"STARTPOSITION\":\"2\"")))),
  /** Real. */
  BOJ_FM08(
      "BOJ:FM08",
      () ->
          List.of(
              Replying.busy(),
              Reply.of(
                      200,
                      SharedData.bytes("data/boj-api/FM08_FXERM07_usdjpy_monthly_average.json"))
                  .in(Mood.PACKED))),
  /** Real figures of August 2017, laid out as the trend table is. */
  MOF_SUMMARY(
      "MOF:BOP_SUMMARY",
      () ->
          Replying.document(
              "text/csv", MofTrend.summary("20170808").text().getBytes(Replying.JAPANESE))),
  /** Real figures of August 2017, laid out as the trend table is. */
  MOF_SERVICES(
      "MOF:BOP_SERVICES",
      () ->
          Replying.document(
              "text/csv", MofTrend.services("20170808").text().getBytes(Replying.JAPANESE))),
  /** Real, of one currency. */
  ECB_EXR(
      "ECB:EXR",
      () ->
          Replying.document(
              "application/vnd.sdmx.genericdata+xml;version=2.1",
              SharedData.bytes("data/sdmx-samples/ECB_EXR_M.USD.EUR.SP00.A_generic21.xml"))),
  /** Real, in a zip as the bank has it. */
  ECB_HISTORY(
      "ECB:EUROFXREF",
      () ->
          Replying.document(
              "application/zip",
              Replying.zipped(
                  "eurofxref-hist.csv", SharedData.bytes("data/fx/eurofxref-hist.csv")))),
  /** In the shape of the service's SDMX-CSV 1.0, whole dollars although SCALE says 6. */
  IMF_BOP(
      "IMF.STA:BOP",
      () ->
          Replying.document(
              "application/vnd.sdmx.data+csv;version=1.0.0",
              """
              DATAFLOW,COUNTRY,BOP_ACCOUNTING_ENTRY,INDICATOR,UNIT,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,PRECISION
              IMF.STA:BOP(21.0.0),JPN,CD_T,SI2,USD,Q,2025-Q4,1803000000.529,6,6
              IMF.STA:BOP(21.0.0),JPN,DB_T,SI2,USD,Q,2025-Q4,7214000000,6,6
              IMF.STA:BOP(21.0.0),JPN,DB_T,SI2,USD,Q,2026-Q1,7391000000.25,6,6
              """
                  .getBytes(UTF_8))),
  /** In the shape of the SDMX-CSV 2.0 that is recorded of UNCTAD, with the OECD's dimensions. */
  OECD_TIS(
      "OECD.SDD.TPS:TIS",
      () ->
          Replying.document(
              "application/vnd.sdmx.data+csv;version=2.0.0",
              """
              STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,MEASURE,ACCOUNTING_ENTRY,FS_ENTRY,FREQ,UNIT_MEASURE,ADJUSTMENT,TIME_PERIOD,OBS_VALUE,CURRENCY,OBS_STATUS,UNIT_MULT,DECIMALS
              DATAFLOW,OECD.SDD.TPS:DSD_BOP@DF_TIS(1.0),I,JPN,W,SI2,C,T,A,XDC,N,2024,900123.5,JPY,A,6,1
              DATAFLOW,OECD.SDD.TPS:DSD_BOP@DF_TIS(1.0),I,JPN,W,SI2,D,T,A,XDC,N,2024,2600456.7,JPY,A,6,1
              DATAFLOW,OECD.SDD.TPS:DSD_BOP@DF_TIS(1.0),I,JPN,W,SI2,B,T,A,XDC,N,2024,-1700333.2,JPY,P,6,1
              """
                  .replace("DATAFLOW,", "dataflow,")
                  .getBytes(UTF_8))),
  /** In the shape of the SDMX-CSV 1.0 of Eurostat's service: small names, and marks of its own. */
  EUROSTAT_ITS(
      "ESTAT:BOP_ITS6_DET",
      () ->
          Replying.document(
              "application/vnd.sdmx.data+csv;version=1.0.0",
              """
              DATAFLOW,LAST UPDATE,freq,currency,bop_item,stk_flow,partner,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
              ESTAT:BOP_ITS6_DET(1.0),27/01/26 23:00:00,A,MIO_EUR,S,CRE,JP,EU27_2020,2023,36123.4,bp,
              ESTAT:BOP_ITS6_DET(1.0),27/01/26 23:00:00,A,MIO_EUR,S,DEB,JP,EU27_2020,2023,16045.1,,
              ESTAT:BOP_ITS6_DET(1.0),27/01/26 23:00:00,A,MIO_EUR,SI2,CRE,JP,EL,2023,,c,
              """
                  .getBytes(UTF_8))),
  /** Real. */
  UNCTAD(
      "UNCTAD:DE",
      () -> Replying.document("text/csv", SharedData.bytes("data/unctad/UNCTAD_DE.sdmx.csv")));

  private final String dataflow;
  private final Supplier<List<Reply>> replies;

  Recording(String dataflow, Supplier<List<Reply>> replies) {
    this.dataflow = dataflow;
    this.replies = replies;
  }

  public String dataflow() {
    return dataflow;
  }

  /** Where on the local server the publisher's URL is moved to. */
  public String path() {
    return "/" + name();
  }

  /** Skips the test if its data is not at hand. */
  public List<Reply> replies() {
    return replies.get();
  }

  private static final class Replying {
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private Replying() {}

    static Reply busy() {
      return Reply.of(503, "busy").with(Map.of("Retry-After", "0", "Content-Type", "text/plain"));
    }

    static List<Reply> document(String mediaType, byte[] body) {
      return List.of(
          busy(),
          Reply.of(200, body)
              .with(
                  Map.of(
                      "Content-Type", mediaType,
                      "ETag", "\"first\"",
                      // Eight minutes to nine in Tokyo, a moment later
                      "Last-Modified", "Mon, 07 Sep 2026 23:50:30 GMT"))
              .in(Mood.SLOW));
    }

    static String text(String file) {
      return new String(SharedData.bytes(file), UTF_8);
    }

    static byte[] zipped(String name, byte[] file) {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(file);
        zip.closeEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
