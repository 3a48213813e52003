package io.deficitwatch.edge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failed request of a service with {@code application/problem+json}. */
class ProblemMapping {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final Duration UNTIL_HANGING_UP = Duration.ofSeconds(1);
  private final AllowedMethods allowedMethods;
  private final CurrentVertxRequest current;

  ProblemMapping(AllowedMethods allowedMethods, CurrentVertxRequest current) {
    this.current = current;
    this.allowedMethods = allowedMethods;
  }

  @ServerExceptionMapper
  Response problem(ProblemException failure, UriInfo uri) {
    Response.ResponseBuilder answer = answer(failure.problem(), uri);
    return switch (failure.problem().status()) {
      case 408, 413 -> {
        hangUp(current.getCurrent());
        yield answer.header("Connection", "close").build();
      }
      case 503 -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds()).build();
      default -> answer.build();
    };
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthorized(SecurityException failure, UriInfo uri) {
    Problem problem =
        Problem.of(401, "unauthorized", "Unauthorized", "a valid bearer token is needed");
    return answer(problem, uri).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException failure, UriInfo uri) {
    return answer(Problem.of(403, "forbidden", "Forbidden", "the token does not allow this"), uri)
        .build();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException failure, UriInfo uri) {
    List<Fault> faults =
        failure.getConstraintViolations().stream()
            .map(ProblemMapping::fault)
            .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::detail))
            .toList();
    return answer(
            Problem.of(400, "invalid-request", "Invalid request", "the request has faults")
                .withFaults(faults),
            uri)
        .build();
  }

  @ServerExceptionMapper
  Response unreadable(WebApplicationException failure, UriInfo uri) {
    if (failure.getCause() instanceof JsonProcessingException json) {
      return unreadable(json, uri);
    }
    Response given = failure.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    String reason =
        Optional.ofNullable(Response.Status.fromStatusCode(given.getStatus()))
            .map(Response.Status::getReasonPhrase)
            .orElse("Error");
    String detail =
        given.getStatus() >= 500
            ? "the service failed"
            : Optional.ofNullable(failure.getMessage()).orElse(reason);
    Problem problem = Problem.of(given.getStatus(), slug(reason), reason, detail);
    Response.ResponseBuilder answer = answer(problem, uri);
    Stream.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER)
        .filter(given.getHeaders()::containsKey)
        .forEach(name -> answer.header(name, given.getHeaderString(name)));
    if (given.getStatus() == 405 && !given.getHeaders().containsKey(HttpHeaders.ALLOW)) {
      answer.header(HttpHeaders.ALLOW, String.join(", ", allowedMethods.of(uri.getPath())));
    }
    return answer.build();
  }

  /** Takes the place of Quarkus' own mapper of this class, which answers plain JSON. */
  @ServerExceptionMapper(value = MismatchedInputException.class, priority = Priorities.USER - 1)
  Response mismatched(MismatchedInputException failure, UriInfo uri) {
    return unreadable(failure, uri);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException failure, UriInfo uri) {
    Optional<ProblemException> refusal =
        causes(failure)
            .filter(ProblemException.class::isInstance)
            .map(ProblemException.class::cast)
            .findFirst();
    if (refusal.isPresent()) {
      return problem(refusal.get(), uri);
    }
    String pointer =
        failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
            ? pointer(mapping)
            : place(failure.getLocation());
    String detail =
        failure instanceof JsonMappingException mapping
            ? cause(mapping)
            : failure.getOriginalMessage();
    return answer(
            Problem.of(
                    400,
                    "unreadable-json",
                    "Unreadable JSON",
                    "the body is not the JSON that is expected")
                .withFaults(List.of(new Fault(pointer, detail))),
            uri)
        .build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure, UriInfo uri) {
    Throwable cause =
        failure instanceof ArcUndeclaredThrowableException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (isUnavailable(cause)) {
      LOG.warnf("database out of reach path=%s reason=%s", uri.getPath(), rootMessage(cause));
      Problem problem =
          Problem.of(
              503,
              "unavailable",
              "Unavailable",
              "the database cannot be reached; nothing was stored");
      return answer(problem, uri).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds()).build();
    }
    LOG.errorf(cause, "request failed path=%s", uri.getPath());
    return answer(
            Problem.of(
                500, "internal", "Internal error", "the service failed; the cause is in its log"),
            uri)
        .build();
  }

  // What is left of the body is not waited for; but the answer has to arrive before the line is
  // cut.
  private static void hangUp(RoutingContext context) {
    var _ =
        context
            .vertx()
            .setTimer(UNTIL_HANGING_UP.toMillis(), _ -> context.request().connection().close());
  }

  private static Response.ResponseBuilder answer(Problem problem, UriInfo uri) {
    return Response.status(problem.status())
        .type(MEDIA_TYPE)
        .entity(problem.at(uri.getRequestUri().getRawPath()));
  }

  private static Fault fault(ConstraintViolation<?> violation) {
    // The path begins with the method and the argument: createRule.request.threshold.value
    String path = violation.getPropertyPath().toString();
    String[] names = path.split("\\.", 3);
    String place =
        names.length == 3
            ? "/" + names[2].replace('.', '/').replaceAll("\\[(\\d+)]", "/$1")
            : names[names.length - 1];
    return new Fault(place, violation.getMessage());
  }

  private static String pointer(JsonMappingException failure) {
    var pointer = new StringBuilder();
    failure
        .getPath()
        .forEach(
            step ->
                pointer
                    .append('/')
                    .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
    return pointer.toString();
  }

  private static String place(JsonLocation location) {
    return location == null ? "1:1" : location.getLineNr() + ":" + location.getColumnNr();
  }

  private static String cause(JsonMappingException failure) {
    Throwable cause = failure.getCause();
    // A value type refused the text: its own words are better than Jackson's, which name Java
    // classes.
    return cause instanceof IllegalArgumentException || cause instanceof DateTimeException
        ? String.valueOf(cause.getMessage())
        : failure
            .getOriginalMessage()
            .replaceAll("`[^`]*\\.([A-Za-z]+)`", "$1")
            .replaceAll("\\(.*class.*\\)", "")
            .trim();
  }

  private static boolean isUnavailable(Throwable failure) {
    return causes(failure)
        // A transaction that cannot be committed has the reason beside it, not below.
        .flatMap(
            cause ->
                Stream.concat(
                    Stream.of(cause),
                    Stream.of(cause.getSuppressed()).flatMap(ProblemMapping::causes)))
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && (sql.getSQLState() == null
                        ? isConnectionTrouble(sql)
                        : sql.getSQLState().matches("(08|53|57).*")));
  }

  private static boolean isConnectionTrouble(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("Acquisition timeout") || message.contains("connection");
  }

  private static String rootMessage(Throwable failure) {
    return causes(failure).reduce((former, latter) -> latter).map(Throwable::toString).orElse("");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private static String slug(String reason) {
    return reason.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
