package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.metrics.rest.RevisionsResponse.Layout;
import io.deficitwatch.metrics.revision.ListRevisions;
import io.deficitwatch.metrics.revision.MeasureRevisions;
import io.deficitwatch.metrics.revision.Revised;
import io.deficitwatch.metrics.revision.RevisionTransform;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with revisions, of indicators and of series alike. */
@ApplicationScoped
class RevisionAnswers {
  static final String CSV = "text/csv";
  static final String LAYOUT =
      "long (default): every figure that is other than the one before it, with its lag; triangle: a"
          + " row a period and a column a vintage";
  static final String RELEASES = "How many releases of a period to measure, 1 to 60; 12 by default";

  static final String TRANSFORM =
      "What is revised: LEVEL (default); CHANGE, the figure less that of the period before as known"
          + " at the same moment; GROWTH, that change in per cent";

  private static final MediaType CSV_TYPE = new MediaType("text", "csv", "utf-8");
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV)).build();
  private static final int MOST_RELEASES = 60;
  private static final int RELEASES_BY_DEFAULT = 12;

  private final ListRevisions listRevisions;
  private final MeasureRevisions measureRevisions;
  private final ObjectMapper mapper;
  private final Clock clock;

  RevisionAnswers(
      ListRevisions listRevisions,
      MeasureRevisions measureRevisions,
      ObjectMapper mapper,
      Clock clock) {
    this.listRevisions = listRevisions;
    this.measureRevisions = measureRevisions;
    this.mapper = mapper;
    this.clock = clock;
  }

  static Layout layout(Parameters parameters, @Nullable String layout) {
    return parameters
        .read(
            "layout",
            layout,
            text ->
                switch (text) {
                  case "long" -> Layout.LONG;
                  case "triangle" -> Layout.TRIANGLE;
                  default ->
                      throw new IllegalArgumentException(
                          Parameters.quoted(text) + " is neither long nor triangle");
                })
        .orElse(Layout.LONG);
  }

  static int releases(Parameters parameters, @Nullable String releases) {
    return parameters.number("releases", releases, 1, MOST_RELEASES).orElse(RELEASES_BY_DEFAULT);
  }

  static RevisionTransform transform(Parameters parameters, @Nullable String transform) {
    return parameters
        .read(
            "transform",
            transform,
            text ->
                switch (text) {
                  case "LEVEL" -> RevisionTransform.LEVEL;
                  case "CHANGE" -> RevisionTransform.CHANGE;
                  case "GROWTH" -> RevisionTransform.GROWTH;
                  default ->
                      throw new IllegalArgumentException(
                          Parameters.quoted(text) + " is none of LEVEL, CHANGE and GROWTH");
                })
        .orElse(RevisionTransform.LEVEL);
  }

  /** What is asked for: which periods as of when. */
  record Question(Revised subject, RevisionsHead head, Optional<Instant> asOf, PeriodRange range) {}

  Response list(Question question, Layout layout, Request request, HttpServerResponse connection) {
    boolean csv =
        Optional.ofNullable(request.selectVariant(VARIANTS))
            .map(variant -> variant.getMediaType().isCompatible(CSV_TYPE))
            .orElseThrow(RevisionAnswers::notAcceptable);
    Instant asOf = question.asOf().orElseGet(clock::instant);
    // Read now: once the body has begun, a fault can no longer be told
    RevisionsBody body =
        new RevisionsBody(
            listRevisions.list(question.subject(), asOf, question.range()::contains), layout);
    StreamingOutput output =
        csv ? body::writeCsv : out -> body.writeJson(out, mapper, question.head(), asOf);
    return Response.ok(brokenOffOnFailure(output, connection))
        .type(csv ? CSV_TYPE : MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  // Over HTTP/1.1 an answer that fails once it has begun would end like one that is whole
  private static StreamingOutput brokenOffOnFailure(
      StreamingOutput output, HttpServerResponse connection) {
    return out -> {
      try {
        output.write(out);
      } catch (IOException | RuntimeException e) {
        // What was written may still be on its way: whether the answer has begun cannot be asked
        connection.reset();
        throw e;
      }
    };
  }

  RevisionStatisticsResponse measure(Question question, RevisionTransform transform, int releases) {
    Instant asOf = question.asOf().orElseGet(clock::instant);
    return RevisionStatisticsResponse.of(
        question.head(),
        asOf,
        transform,
        measureRevisions.measure(
            listRevisions.list(question.subject(), asOf, question.range()::contains),
            transform,
            releases));
  }

  private static ProblemException notAcceptable() {
    return new ProblemException(
        Problem.of(
            406,
            "not-acceptable",
            "Not acceptable",
            "Revisions are given as application/json or text/csv."));
  }
}
