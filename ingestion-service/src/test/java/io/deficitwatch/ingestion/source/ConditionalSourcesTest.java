package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.ingestion.fetch.FetchOutcome.Cause;
import io.deficitwatch.ingestion.fetch.FetchOutcome.NotModified;
import io.deficitwatch.ingestion.fetch.FetchOutcome.PublisherError;
import io.deficitwatch.ingestion.fetch.FetchOutcome.Unreachable;
import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Fetched.Complete;
import io.deficitwatch.ingestion.fetch.Samples;
import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.fetch.SourceClient;
import io.deficitwatch.ingestion.fetch.SourceRequest;
import io.deficitwatch.ingestion.fetch.SourceRequest.Flow;
import io.deficitwatch.ingestion.fetch.SourceRequest.SdmxRest;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.Bytes;
import io.deficitwatch.ingestion.sample.LocalPublisher;
import io.deficitwatch.ingestion.sample.LocalPublisher.Mood;
import io.deficitwatch.ingestion.sample.LocalPublisher.Reply;
import io.deficitwatch.ingestion.sample.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalSourcesTest {
  private static final String SDMX_CSV = "application/vnd.sdmx.data+csv;version=2.0.0";
  private static final String MODIFIED = "Tue, 08 Sep 2026 00:01:02 GMT";

  private final LocalPublisher publisher = LocalPublisher.start();

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void takesAFileWithWhatItsServerSaysOfIt() {
    byte[] file = SharedData.bytes("data/unctad/UNCTAD_DE.sdmx.csv");
    publisher.answer(
        Reply.of(200, file)
            .with(Map.of("Content-Type", SDMX_CSV, "ETag", "\"v1\"", "Last-Modified", MODIFIED))
            .in(Mood.PACKED));

    Complete fetched = (Complete) fetch(file("/bulk/US.DE.csv"), Validators.NONE);

    assertThat(Bytes.of(fetched.content())).isEqualTo(file);
    assertThat(fetched.content().mediaType()).contains(SDMX_CSV);
    assertThat(fetched.edition().modifiedAt()).contains(Instant.parse("2026-09-08T00:01:02Z"));
    assertThat(fetched.edition().updatedOn()).isEmpty();
    assertThat(fetched.edition().fingerprint()).isEqualTo(fetched.content().sha256());
    assertThat(fetched.validators())
        .isEqualTo(new Validators(Optional.of("\"v1\""), Optional.of(MODIFIED)));
  }

  @Test
  void asksOnlyForWhatIsNewer() {
    publisher.answer(new Reply(304, Map.of("ETag", "\"v1\""), new byte[0], Mood.WHOLE));

    Fetched fetched =
        fetch(file("/6s-2-4.csv"), new Validators(Optional.of("\"v1\""), Optional.of(MODIFIED)));

    assertThat(fetched).isEqualTo(new NotModified());
    assertThat(publisher.asked().getFirst().header("If-None-Match")).isEqualTo("\"v1\"");
    assertThat(publisher.asked().getFirst().header("If-Modified-Since")).isEqualTo(MODIFIED);
  }

  @Test
  void readsAJapaneseFileInItsOwnCharacters() {
    byte[] file = SharedData.bytes("data/mof-sjis/mof_securities_montha1.sjis.csv");
    publisher.answer(Reply.of(200, file).with(Map.of("Content-Type", "text/csv")));
    Charset japanese = Charset.forName("windows-31j");

    Complete fetched =
        (Complete)
            fetch(
                new SourceRequest.File(
                    publisher.url("/6s-2-4.csv"), Optional.of(japanese), Optional.empty()),
                Validators.NONE);

    assertThat(fetched.content().charset()).isEqualTo(japanese);
    assertThat(Bytes.of(fetched.content())).isEqualTo(file);
  }

  @Test
  void theServersWordOnTheCharactersCountsMore() {
    publisher.answer(
        Reply.of(200, "x").with(Map.of("Content-Type", "text/csv; charset=\"UTF-8\"")));

    Complete fetched =
        (Complete)
            fetch(
                new SourceRequest.File(
                    publisher.url("/x.csv"),
                    Optional.of(Charset.forName("windows-31j")),
                    Optional.empty()),
                Validators.NONE);

    assertThat(fetched.content().charset()).isEqualTo(UTF_8);
  }

  @Test
  void asksAnSdmxServiceOfVersion2By21() {
    byte[] data = SharedData.bytes("data/unctad/UNCTAD_DE.sdmx.csv");
    publisher.answer(Reply.of(200, data).with(Map.of("Content-Type", SDMX_CSV)));

    Fetched fetched =
        fetch(
            new SdmxRest(
                publisher.url("/external/sdmx/2.1"),
                new Flow(Flow.Api.V2_1, "IMF.STA", "BOP", "21.0.0"),
                "JPN.CD_T+DB_T.SI+SI2+SJ+S.USD.Q",
                Map.of("startPeriod", "2004", "dimensionAtObservation", "AllDimensions"),
                SDMX_CSV),
            Validators.NONE);

    assertThat(fetched).isInstanceOf(Complete.class);
    assertThat(publisher.asked().getFirst().uri().toString())
        .isEqualTo(
            "/external/sdmx/2.1/data/IMF.STA,BOP,21.0.0/JPN.CD_T+DB_T.SI+SI2+SJ+S.USD.Q?dimensionAtObservation=AllDimensions&startPeriod=2004");
    assertThat(publisher.asked().getFirst().header("Accept")).isEqualTo(SDMX_CSV);
  }

  @Test
  void asksAnSdmxServiceByItsThirdVersion() {
    assertThat(
            SdmxRestSource.resource(
                    URI.create("https://api.imf.org/external/sdmx/3.0/"),
                    new SdmxRest(
                        URI.create("https://api.imf.org"),
                        new Flow(Flow.Api.V3_0, "IMF.STA", "BOP", "21.0.0"),
                        "*",
                        Map.of("c[COUNTRY]", "JPN", "c[TIME_PERIOD]", "ge:2018-01-01"),
                        SDMX_CSV))
                .toString())
        .isEqualTo(
            "https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/BOP/21.0.0/*?c%5BCOUNTRY%5D=JPN&c%5BTIME_PERIOD%5D=ge%3A2018-01-01");
  }

  @Test
  void keepsTheSignsOfAnOecdName() {
    assertThat(
            SdmxRestSource.resource(
                    URI.create("https://sdmx.oecd.org/public/rest"),
                    new SdmxRest(
                        URI.create("https://sdmx.oecd.org"),
                        new Flow(Flow.Api.V2_1, "OECD.SDD.TPS", "DSD_BOP@DF_TIS", "1.0"),
                        "JPN.W.SI2.D..A.XDC.",
                        Map.of(),
                        SDMX_CSV))
                .toString())
        .isEqualTo(
            "https://sdmx.oecd.org/public/rest/data/OECD.SDD.TPS,DSD_BOP@DF_TIS,1.0/JPN.W.SI2.D..A.XDC.");
  }

  @Test
  void tellsWhatAPublisherSaysIsWrong() {
    publisher.answer(
        Reply.of(413, "<html><h1>Too   large</h1>\n<p>Ask for less.</p></html>")
            .with(Map.of("Content-Type", "text/html")));

    assertThat(fetch(file("/x.csv"), Validators.NONE))
        .isEqualTo(new PublisherError("HTTP 413", "Too large Ask for less.", Optional.empty()));
  }

  @Test
  void followsARedirectOnTheSameHostAndNoOther() {
    publisher.answer(Reply.of(302, "").with(Map.of("Location", "/new.csv")), Reply.of(200, "a,b"));
    assertThat(fetch(file("/old.csv"), Validators.NONE)).isInstanceOf(Complete.class);
    assertThat(publisher.asked().get(1).uri()).hasToString("/new.csv");

    publisher.answer(
        Reply.of(302, "").with(Map.of("Location", "http://169.254.169.254/latest/")),
        Reply.of(200, "a,b"));
    assertThat(fetch(file("/old.csv"), Validators.NONE))
        .isEqualTo(new Unreachable(Cause.REDIRECTED));

    publisher.answer(Reply.of(302, "").with(Map.of("Location", "/old.csv")));
    assertThat(fetch(file("/old.csv"), Validators.NONE))
        .isEqualTo(new Unreachable(Cause.REDIRECTED));
  }

  @Test
  void aLargeFileWaitsOnDiskUntilNobodyNeedsItAnyMore(@TempDir Path scratch) throws IOException {
    byte[] large = "0123456789\n".repeat(300_000).getBytes(UTF_8);
    publisher.answer(Reply.of(200, large).in(Mood.PACKED));

    try (Fetched fetched =
        Clients.client(scratch)
            .fetch(Samples.source(file("/x.csv"), Optional.empty()), Validators.NONE)) {
      assertThat(scratch.toFile().list()).hasSize(1);
      assertThat(Bytes.of(((Complete) fetched).content())).isEqualTo(large);
    }
    assertThat(scratch.toFile().list()).isEmpty();
  }

  @Test
  void leavesNothingBehindOfAnAnswerThatIsNotTaken(@TempDir Path scratch) {
    byte[] large = "0123456789\n".repeat(300_000).getBytes(UTF_8);
    publisher.answer(Reply.of(404, large), Reply.of(200, large).in(Mood.CUT_OFF));
    SourceClient client = Clients.client(scratch, "max-body", "4000000");

    assertThat(client.fetch(Samples.source(file("/x.csv"), Optional.empty()), Validators.NONE))
        .isInstanceOf(PublisherError.class);
    assertThat(client.fetch(Samples.source(file("/x.csv"), Optional.empty()), Validators.NONE))
        .isEqualTo(new Unreachable(Cause.BROKE_OFF));
    assertThat(scratch.toFile().list()).isEmpty();
  }

  @Test
  void takesOneFileOutOfAZip(@TempDir Path scratch) throws IOException {
    byte[] rates = "Date,USD\n".repeat(100_000).getBytes(UTF_8);
    publisher.answer(Reply.of(200, zipped("read.me", "rates.csv", rates)));
    SourceClient client = Clients.client(scratch, "max-body", "" + rates.length);

    try (Fetched fetched = client.fetch(zip("rates.csv"), Validators.NONE)) {
      assertThat(Bytes.of(((Complete) fetched).content())).isEqualTo(rates);
    }
    assertThat(client.fetch(zip("other.csv"), Validators.NONE))
        .isEqualTo(new Unreachable(Cause.BROKE_OFF));
    assertThat(
            Clients.client(scratch, "max-body", "" + (rates.length - 1))
                .fetch(zip("rates.csv"), Validators.NONE))
        .isEqualTo(new Unreachable(Cause.TOO_LARGE));
    assertThat(scratch.toFile().list()).isEmpty();
  }

  @Test
  void aReplyThatIsWrittenAnewHasTheSameFigures() {
    String reply =
        new String(
            SharedData.bytes("data/sdmx-samples/ECB_EXR_M.USD.EUR.SP00.A_generic21.xml"), UTF_8);
    publisher.answer(
        Reply.of(200, reply),
        Reply.of(
            200,
            reply
                .replace("2020-01-16T08:16:20.341", "2020-01-17T09:00:00.000")
                .replace("3a2ac479-1998", "ffffffff-0000")),
        Reply.of(200, reply.replace("1.111345", "1.111346")));

    String first = fingerprint();

    assertThat(fingerprint()).isEqualTo(first);
    assertThat(fingerprint()).isNotEqualTo(first);
  }

  private String fingerprint() {
    SdmxRest request =
        new SdmxRest(
            publisher.url("/service"),
            new Flow(Flow.Api.V2_1, "ECB", "EXR", "1.0"),
            "M.USD.EUR.SP00.A",
            Map.of(),
            "application/xml");
    return ((Complete) fetch(request, Validators.NONE)).edition().fingerprint();
  }

  private Source zip(String entry) {
    return Samples.source(
        new SourceRequest.File(publisher.url("/x.zip"), Optional.empty(), Optional.of(entry)),
        Optional.empty());
  }

  private static byte[] zipped(String first, String second, byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(first));
      zip.putNextEntry(new ZipEntry(second));
      zip.write(file);
    }
    return bytes.toByteArray();
  }

  @Test
  void asksOnlyByHttpsUnlessToldOtherwise() {
    assertThat(
            Clients.client("plain", "false")
                .fetch(Samples.source(file("/x.csv"), Optional.empty()), Validators.NONE))
        .isEqualTo(new Unreachable(Cause.NOT_ENCRYPTED));
    assertThat(publisher.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesNoMoreThanIsTaken(boolean packed) {
    Reply large = Reply.of(200, "a".repeat(100_000));
    publisher.answer(packed ? large.in(Mood.PACKED) : large);

    assertThat(
            Clients.client("max-body", "10000")
                .fetch(Samples.source(file("/x.csv"), Optional.empty()), Validators.NONE))
        .isEqualTo(new Unreachable(Cause.TOO_LARGE));
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    assertThat(
            fetch(
                new SourceRequest.File(
                    URI.create("http://127.0.0.1:" + free + "/x.csv"),
                    Optional.empty(),
                    Optional.empty()),
                Validators.NONE))
        .isEqualTo(new Unreachable(Cause.NO_CONNECTION));
  }

  @Test
  void asksAtAMirrorIfTheConfigurationHasOne() {
    publisher.answer(Reply.of(200, "a,b"));
    SourceClient client =
        Clients.client(
            "url.\"BOJ:BP01\"", publisher.url("/mirror.csv").toString(), "contact", "ops@example");

    assertThat(
            client.fetch(
                Samples.file(URI.create("https://publisher.invalid/x.csv")), Validators.NONE))
        .isInstanceOf(Complete.class);
    assertThat(publisher.asked().getFirst().uri()).hasToString("/mirror.csv");
    assertThat(publisher.asked().getFirst().header("User-Agent"))
        .isEqualTo("Deficit-Watch/0.1 (ops@example)");
  }

  private SourceRequest file(String path) {
    return new SourceRequest.File(publisher.url(path), Optional.empty(), Optional.empty());
  }

  private static Fetched fetch(SourceRequest request, Validators known) {
    return Clients.client().fetch(Samples.source(request, Optional.of(FormatName.SDMX_CSV)), known);
  }
}
