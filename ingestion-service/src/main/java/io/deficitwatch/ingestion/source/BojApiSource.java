package io.deficitwatch.ingestion.source;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.ingestion.fetch.FetchOutcome.Cause;
import io.deficitwatch.ingestion.fetch.FetchOutcome.PublisherError;
import io.deficitwatch.ingestion.fetch.FetchOutcome.Unreachable;
import io.deficitwatch.ingestion.fetch.Fetched;
import io.deficitwatch.ingestion.fetch.SourceRequest.BojApi;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Bank of Japan's Time-Series API: all codes of a database, page by page. */
final class BojApiSource {
  // Manual of the API, "getDataCode": at most 250 codes, all of one frequency.
  private static final int MOST_CODES = 250;
  private static final int MOST_PAGES = 200;
  private static final int LONGEST_ERROR = 4_000;
  private static final Pattern BUSY = Pattern.compile("\"MESSAGEID\"\\s*:\\s*\"M18109[01]S\"");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final PoliteClient http;
  private final Clock clock;

  BojApiSource(PoliteClient http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  Fetched fetch(URI url, BojApi request) {
    try (BojPages pages = new BojPages(http)) {
      for (URI first : requests(url, request, LocalDate.now(clock.withZone(TOKYO)))) {
        Optional<Fetched> failure = fetchPages(first, pages);
        if (failure.isPresent()) {
          return failure.get();
        }
      }
      return pages.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One for each of the groups that the API can be asked for. */
  static List<URI> requests(URI url, BojApi request, LocalDate day) {
    List<URI> requests = new ArrayList<>();
    for (Map.Entry<Frequency, List<String>> group : request.codesOn(day).entrySet()) {
      List<String> codes = group.getValue();
      for (int from = 0; from < codes.size(); from += MOST_CODES) {
        requests.add(
            URI.create(
                "%s/getDataCode?db=%s&code=%s&format=json&lang=en"
                    .formatted(
                        url.toString().replaceAll("/$", ""),
                        request.database(),
                        String.join(
                            ",", codes.subList(from, Math.min(codes.size(), from + MOST_CODES))))));
      }
    }
    return requests;
  }

  private Optional<Fetched> fetchPages(URI first, BojPages pages) {
    Optional<Integer> position = Optional.empty();
    do {
      URI url = position.map(start -> URI.create(first + "&startPosition=" + start)).orElse(first);
      switch (http.get(url, Map.of(), pages.bytesLeft(), BojApiSource::isBusy)) {
        case Answer.None(var cause) -> {
          return Optional.of(new Unreachable(cause));
        }
        case Answer.Whole whole -> {
          BojPage page;
          try {
            page = pages.add(whole);
          } catch (IOException e) {
            return Optional.of(unreadable(whole, e));
          }
          if (whole.status() != 200 || !page.status().equals("200")) {
            return Optional.of(error(whole, page));
          }
          if (page.series() == 0) {
            return Optional.of(new PublisherError(page.messageId(), "no data", Optional.empty()));
          }
          Optional<Integer> before = position;
          position = page.nextPosition();
          if (position.filter(next -> next <= before.orElse(0)).isPresent()
              || pages.count() > MOST_PAGES) {
            return Optional.of(new Unreachable(Cause.TOO_MANY_PAGES));
          }
        }
      }
    } while (position.isPresent());
    return Optional.empty();
  }

  // M181090S and M181091S: the database cannot be used for the moment. They are short.
  private static boolean isBusy(Answer.Whole answer) {
    return answer.body().size() < LONGEST_ERROR
        && BUSY.matcher(answer.beginning(LONGEST_ERROR)).find();
  }

  private PublisherError error(Answer.Whole answer, BojPage page) {
    return new PublisherError(
        QuotedText.sentence(
            page.messageId().isEmpty() ? "HTTP " + answer.status() : page.messageId()),
        QuotedText.sentence(page.message()),
        answer.retryAfter(clock.instant()));
  }

  // A proxy in between speaks HTML; a body that is cut off is no JSON either.
  private Fetched unreadable(Answer.Whole answer, IOException cause) {
    return answer.status() == 200
        ? new Unreachable(Cause.BROKE_OFF)
        : new PublisherError(
            "HTTP " + answer.status(),
            QuotedText.sentence("no JSON: " + firstLine(cause)),
            answer.retryAfter(clock.instant()));
  }

  private static String firstLine(IOException cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
