package io.deficitwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.launcher.sample.SampleReleases;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Large files with a fault in every row, sent to the service with the heap that it has: each is
 * refused with its faults while the client waits, and the service is as well as before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeDamagedFilesIT {
  private static final int SIZE = 150_000_000;
  private static final long HEAP = 176L << 20;
  private static final Charset CODE_PAGE_932 = Charset.forName("windows-31j");
  private Path directory;
  private ServiceServers servers;
  private ServiceProcess ingestion;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    servers = new ServiceServers(directory, "ingestion");
    ingestion = new ServiceProcess(servers);
  }

  @AfterAll
  void stop() throws Exception {
    try (var _ = servers;
        var _ = ingestion) {
      assertThat(ingestion.log()).doesNotContain("OutOfMemoryError");
    }
  }

  @AfterEach
  void isAsWellAsBefore() throws Exception {
    assertThat(ingestion.send("GET", "/q/health", new byte[0]).statusCode()).isEqualTo(200);
    // Serial has one of its two survivor spaces empty at any time, and does not count it.
    assertThat(ingestion.meterSum("jvm_memory_max_bytes{area=\"heap\""))
        .isBetween(HEAP * 0.9, (double) HEAP);
    byte[] good = SampleReleases.content(SampleReleases.inOrder().getFirst());
    assertThat(
            post("BOJ:BP01", "application/json", Files.write(directory.resolve("good.json"), good)))
        .extracting(HttpResponse::statusCode)
        .isIn(200, 202);
  }

  @Test
  void aTrendTableInShiftJisWithItsYearsOverAndOverAgain() throws Exception {
    Path real =
        Path.of(System.getProperty("deficitwatch.shared", ""))
            .resolve("data/mof-sjis/mof_securities_montha1.sjis.csv");
    assumeThat(real).as("the published data are not here").exists();
    String table = Files.readString(real, CODE_PAGE_932);
    int rows = table.indexOf("\n2005,") + 1;

    refuses(
        "MOF:SECURITIES",
        "text/csv",
        grown(
            "mof.csv",
            table.substring(0, rows).getBytes(CODE_PAGE_932),
            table.substring(rows).getBytes(CODE_PAGE_932),
            ""));
  }

  @Test
  void sdmxCsvOfOnePeriodOverAndOverAgain() throws Exception {
    refuses(
        "MOF:DIGITAL_BALANCE",
        "application/vnd.sdmx.data+csv",
        grown(
            "sdmx.csv",
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,ACCOUNT_ITEM,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n",
            "dataflow,MOF:DIGITAL_BALANCE(1.0),I,S,JP,W1,N,DIGITAL_3,JPY,2025-S1,-1.5,A,8\n",
            ""));
  }

  @Test
  void ratesOfDaysThatAreNone() throws Exception {
    refuses(
        "ECB:EUROFXREF",
        "text/csv",
        grown("ecb.csv", "Date,USD,JPY,\n", "2026-02-30,1.0842,162.35,\n", ""));
  }

  @Test
  void aReplyWithASeriesOverAndOverAgain() throws Exception {
    String reply = new String(SampleReleases.content(SampleReleases.inOrder().getFirst()), UTF_8);
    int series = reply.indexOf("{\n\"SERIES_CODE\"");
    int next = reply.indexOf("{\n\"SERIES_CODE\"", series + 1);

    refuses(
        "BOJ:BP01",
        "application/json",
        grown(
            "boj.json",
            reply.substring(0, series),
            reply.substring(series, next),
            reply.substring(series)));
  }

  @Test
  void aReplyThatIsCutOffInAListWithoutEnd() throws Exception {
    String reply = new String(SampleReleases.content(SampleReleases.inOrder().getFirst()), UTF_8);
    String dates = "\"SURVEY_DATES\":[";
    int list = reply.indexOf(dates) + dates.length();
    assertThat(list).isGreaterThan(dates.length());

    refuses(
        "BOJ:BP01",
        "application/json",
        grown("list.json", reply.substring(0, list), "201401,", ""));
  }

  @Test
  void sdmxMlWithObservationsThatAreNone() throws Exception {
    refuses(
        "ECB:EXR",
        "application/xml",
        grown(
            "sdmx.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <message:GenericData xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
            <message:Header><message:ID>1</message:ID><message:Test>false</message:Test><message:Prepared>2026-09-07T23:50:00Z</message:Prepared><message:Sender id="ECB"/>
            <message:Structure structureID="ECB_EXR1" dimensionAtObservation="TIME_PERIOD"><common:Structure><Ref agencyID="ECB" id="ECB_EXR1" version="1.0"/></common:Structure></message:Structure></message:Header>
            <message:DataSet structureRef="ECB_EXR1"><generic:Series><generic:SeriesKey><generic:Value id="FREQ" value="M"/><generic:Value id="CURRENCY" value="USD"/><generic:Value id="CURRENCY_DENOM" value="EUR"/><generic:Value id="EXR_TYPE" value="SP00"/><generic:Value id="EXR_SUFFIX" value="A"/></generic:SeriesKey>
            """,
            "<generic:Obs><generic:ObsDimension value=\"2026-13\"/><generic:ObsValue value=\"x\"/></generic:Obs>\n",
            "</generic:Series></message:DataSet></message:GenericData>\n"));
  }

  private void refuses(String dataflow, String mediaType, Path file) throws Exception {
    HttpResponse<byte[]> answer = post(dataflow, mediaType, file);

    String body = new String(answer.body(), UTF_8);
    assertThat(answer.statusCode()).as(body).isIn(400, 422);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode faults = new ObjectMapper().readTree(body).path("faults");
    assertThat(faults.size()).isBetween(1, 1000);
    assertThat(faults).allSatisfy(fault -> assertThat(fault.path("detail").asText()).isNotEmpty());
  }

  private HttpResponse<byte[]> post(String dataflow, String mediaType, Path file) throws Exception {
    try {
      return ingestion.send(
          "POST", "/v1/releases?dataflow=" + dataflow, mediaType, BodyPublishers.ofFile(file));
    } finally {
      Files.delete(file);
    }
  }

  private Path grown(String name, String head, String repeated, String tail) throws IOException {
    return grown(name, head.getBytes(UTF_8), repeated.getBytes(UTF_8), tail);
  }

  private Path grown(String name, byte[] head, byte[] repeated, String tail) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      byte[] block = new byte[Math.max(1, (1 << 20) / repeated.length) * repeated.length];
      for (int at = 0; at < block.length; at += repeated.length) {
        System.arraycopy(repeated, 0, block, at, repeated.length);
      }
      for (int written = 0; written < SIZE; written += block.length) {
        out.write(block);
      }
      out.write(tail.getBytes(UTF_8));
    }
    return file;
  }
}
