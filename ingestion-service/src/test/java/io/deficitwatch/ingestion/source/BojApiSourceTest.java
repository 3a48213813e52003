package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.catalogue.Unit;
import io.deficitwatch.ingestion.catalogue.Validity;
import io.deficitwatch.ingestion.fetch.FetchOutcome.Cause;
import io.deficitwatch.ingestion.fetch.FetchOutcome.PublisherError;
import io.deficitwatch.ingestion.fetch.FetchOutcome.Unreachable;
import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.Fetched.Complete;
import io.deficitwatch.ingestion.fetch.Samples;
import io.deficitwatch.ingestion.fetch.SourceClient;
import io.deficitwatch.ingestion.fetch.SourceRequest.BojApi;
import io.deficitwatch.ingestion.fetch.SourceRequest.BojApi.Coded;
import io.deficitwatch.ingestion.fetch.Validators;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.Bytes;
import io.deficitwatch.ingestion.sample.LocalPublisher;
import io.deficitwatch.ingestion.sample.LocalPublisher.Mood;
import io.deficitwatch.ingestion.sample.LocalPublisher.Reply;
import io.deficitwatch.ingestion.sample.Replies;
import io.deficitwatch.ingestion.sample.SharedData;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BojApiSourceTest {
  private static final String SERVICES = "data/boj-api/BP01_BPBP6JYNSN_services.json";
  private static final String GOODS = "data/boj-api/BP01_BPBP6JYNTB_goods.json";
  private static final LocalDate TODAY = LocalDate.parse("2026-09-13");

  private final LocalPublisher publisher = LocalPublisher.start();

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void asksForTheCodesAndKeepsTheBytesAsTheyCame() {
    byte[] reply = SharedData.bytes(SERVICES);
    publisher.answer(Reply.of(200, reply).in(Mood.PACKED));

    Complete fetched = (Complete) fetch("BPBP6JYNSN", "BPBP6JYNTB");

    assertThat(Bytes.of(fetched.content())).isEqualTo(reply);
    assertThat(fetched.content().mediaType()).contains("application/json");
    assertThat(fetched.edition().updatedOn()).contains(LocalDate.parse("2026-09-08"));
    assertThat(fetched.validators()).isEqualTo(Validators.NONE);
    assertThat(publisher.asked()).hasSize(1);
    LocalPublisher.Asked asked = publisher.asked().getFirst();
    assertThat(asked.uri().getPath()).isEqualTo("/api/v1/getDataCode");
    assertThat(asked.query()).isEqualTo("db=BP01&code=BPBP6JYNSN,BPBP6JYNTB&format=json&lang=en");
    assertThat(asked.header("Accept-Encoding")).isEqualTo("gzip");
    assertThat(asked.header("User-Agent")).startsWith("Deficit-Watch/");
  }

  @Test
  void severalPagesAreOneContent() {
    byte[] first = paged(SharedData.bytes(SERVICES), 2);
    byte[] second = SharedData.bytes(GOODS);
    publisher.answer(Reply.of(200, first), Reply.of(200, second));

    Complete fetched = (Complete) fetch("BPBP6JYNSN", "BPBP6JYNTB");

    assertThat(new String(Bytes.of(fetched.content()), UTF_8))
        .isEqualTo(new String(first, UTF_8) + "\n" + new String(second, UTF_8));
    assertThat(publisher.asked())
        .extracting(asked -> asked.query().replaceAll(".*lang=en", ""))
        .containsExactly("", "&startPosition=2");
  }

  @Test
  void theFingerprintIsOfTheFiguresAlone() {
    String reply = new String(SharedData.bytes(SERVICES), UTF_8);
    publisher.answer(
        Reply.of(200, reply),
        Reply.of(200, reply.replace("10:43:35.362", "11:02:00.001")),
        Reply.of(200, reply.replace("-5129.", "-5128.")));

    String first = fingerprint();

    assertThat(fingerprint()).isEqualTo(first);
    assertThat(fingerprint()).isNotEqualTo(first);
  }

  @Test
  void asksForAtMost250CodesOfOneFrequencyAtATime() {
    List<Coded> monthly = coded("M", 503);
    List<Coded> quarterly = coded("Q", 3);

    List<URI> requests =
        BojApiSource.requests(
            URI.create("https://example.org/api/v1/"),
            new BojApi(
                URI.create("https://example.org"),
                "BP01",
                Stream.concat(monthly.stream(), quarterly.stream()).toList()),
            TODAY);

    assertThat(requests)
        .extracting(url -> url.getQuery().replaceAll(".*code=([^&]*).*", "$1").split(",").length)
        .containsExactly(250, 250, 3, 3);
    assertThat(requests.getLast().toString())
        .startsWith("https://example.org/api/v1/getDataCode?db=BP01&code=Q0,Q1,Q2&");
  }

  @Test
  void doesNotAskForCodesThatHaveNoMeaningAnyMore() {
    CodedSeries old =
        new CodedSeries(
            "OLD",
            SeriesKey.parse("M.JP"),
            new Unit(List.of("x"), 8),
            new Validity(Optional.empty(), Optional.of(TODAY.minusDays(1))));

    assertThat(
            new BojApi(
                    URI.create("https://example.org"), "BP01", List.of(new Coded(old, Frequency.M)))
                .codesOn(TODAY))
        .isEmpty();
  }

  @Test
  void tellsTheErrorThatComesWithHttp200() {
    publisher.answer(Reply.of(200, error(400, "M181013E", "Invalid code. code=1")));

    assertThat(fetch("NONSENSE"))
        .isEqualTo(new PublisherError("M181013E", "Invalid code. code=1", Optional.empty()));
  }

  @Test
  void tellsTheErrorThatComesWithHttp400() {
    publisher.answer(Reply.of(400, error(400, "M181014E", "Mixed frequencies")));

    assertThat(fetch("NONSENSE"))
        .isEqualTo(new PublisherError("M181014E", "Mixed frequencies", Optional.empty()));
    assertThat(publisher.asked()).hasSize(1);
  }

  @Test
  void saysThatThereAreNoData() {
    publisher.answer(
        Reply.of(
            200,
            error(200, "M181030I", "no data").replace("\"RESULTSET\":null", "\"RESULTSET\":[]")));

    assertThat(fetch("X")).isEqualTo(new PublisherError("M181030I", "no data", Optional.empty()));
  }

  @Test
  void asksAgainAfterAWhileIfTheServiceIsBusy() {
    byte[] reply = SharedData.bytes(SERVICES);
    publisher.answer(
        Reply.of(503, error(503, "M181091S", "busy")).with(Map.of("Retry-After", "0")),
        Reply.of(200, error(503, "M181091S", "busy")),
        Reply.of(200, reply));

    assertThat(fetch("BPBP6JYNSN")).isInstanceOf(Complete.class);
    assertThat(publisher.asked()).hasSize(3);
  }

  @Test
  void doesNotWaitAsLongAsABusyServiceAsksButSaysHowLong() {
    publisher.answer(Reply.of(503, "<html>Sorry</html>").with(Map.of("Retry-After", "3600")));

    PublisherError error = (PublisherError) fetch("BPBP6JYNSN");

    assertThat(error.code()).isEqualTo("HTTP 503");
    assertThat(error.retryAfter()).contains(Duration.ofHours(1));
    assertThat(publisher.asked()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"CUT_OFF", "HANGS", "HANGS_HALFWAY"})
  void takesNothingOfAnAnswerThatDoesNotComeToItsEnd(Mood mood) {
    publisher.answer(Reply.of(200, Replies.twoSeries()).in(mood));
    long begin = System.nanoTime();

    Fetched fetched = fetch(Clients.client("timeout", "PT0.5S", "longest", "PT0.5S"), "BPBP6JYNSN");

    assertThat(fetched)
        .isEqualTo(new Unreachable(mood == Mood.CUT_OFF ? Cause.BROKE_OFF : Cause.TIMED_OUT));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void takesNothingOfJsonThatBreaksOff() {
    String reply = Replies.twoSeries();
    publisher.answer(Reply.of(200, reply.substring(0, reply.length() / 2)));

    assertThat(fetch("BPBP6JYNSN")).isEqualTo(new Unreachable(Cause.BROKE_OFF));
  }

  @Test
  void stopsAtPagesThatGoRoundInACircle() {
    publisher.answer(Reply.of(200, paged(Replies.twoSeries().getBytes(UTF_8), 2)));

    assertThat(fetch("BPBP6JYNSN")).isEqualTo(new Unreachable(Cause.TOO_MANY_PAGES));
    assertThat(publisher.asked()).hasSize(2);
  }

  @Test
  void pagesTogetherAreNotLargerThanIsTaken() {
    String page = Replies.twoSeries();
    publisher.answer(
        asked -> Reply.of(200, paged(page.getBytes(UTF_8), asked.number() + 2)).in(Mood.PACKED));

    assertThat(fetch(Clients.client("max-body", "" + (page.length() * 3)), "BPBP6JYNSN"))
        .isEqualTo(new Unreachable(Cause.TOO_LARGE));
    assertThat(publisher.asked()).hasSizeLessThan(5);
  }

  @Test
  void pausesBetweenRequests() {
    publisher.answer(
        Reply.of(200, paged(Replies.twoSeries().getBytes(UTF_8), 2)),
        Reply.of(200, Replies.twoSeries()));

    fetch(Clients.client("pause", "PT0.3S"), "BPBP6JYNSN");

    assertThat(publisher.asked().get(1).atNanos() - publisher.asked().get(0).atNanos())
        .isGreaterThan(Duration.ofMillis(290).toNanos());
  }

  private String fingerprint() {
    return ((Complete) fetch("BPBP6JYNSN")).edition().fingerprint();
  }

  private Fetched fetch(String... codes) {
    return fetch(Clients.client(), codes);
  }

  private Fetched fetch(SourceClient client, String... codes) {
    List<Coded> series =
        Stream.of(codes).map(code -> new Coded(series(code, "M"), Frequency.M)).toList();
    return client.fetch(
        Samples.source(
            new BojApi(publisher.url("/api/v1"), "BP01", series),
            Optional.of(FormatName.BOJ_API_JSON)),
        Validators.NONE);
  }

  private static List<Coded> coded(String frequency, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Coded(series(frequency + i, frequency), Frequency.parse(frequency)))
        .toList();
  }

  private static CodedSeries series(String code, String frequency) {
    return new CodedSeries(
        code,
        SeriesKey.parse(frequency + ".JP"),
        new Unit(List.of("x"), 8),
        new Validity(Optional.empty(), Optional.empty()));
  }

  private static byte[] paged(byte[] reply, int next) {
    return new String(reply, UTF_8)
        .replace("\"NEXTPOSITION\":null", "\"NEXTPOSITION\":" + next)
        .getBytes(UTF_8);
  }

  private static String error(int status, String id, String message) {
    return """
        {"STATUS":%d,"MESSAGEID":"%s","MESSAGE":"%s","DATE":"2026-09-13T10:43:35.362+09:00",
        "PARAMETER":{"DB":"BP01"},"NEXTPOSITION":null,"RESULTSET":null}"""
        .formatted(status, id, message);
  }
}
