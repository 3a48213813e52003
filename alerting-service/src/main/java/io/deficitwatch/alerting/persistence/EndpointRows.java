package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.DisabledReason;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointOptions;
import io.deficitwatch.alerting.subscription.EndpointState;
import io.deficitwatch.alerting.subscription.Grouping;
import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.alerting.subscription.MessageFilter;
import io.deficitwatch.alerting.subscription.Payload;
import io.deficitwatch.alerting.subscription.Standing;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An endpoint as a row, and back. */
@Singleton
class EndpointRows {
  private final EndpointSecrets secrets;

  EndpointRows(EndpointSecrets secrets) {
    this.secrets = secrets;
  }

  void write(EndpointEntity row, Endpoint endpoint) {
    row.subscriberId = endpoint.id().subscriberId();
    row.id = endpoint.id().id();
    row.url = endpoint.url().toString();
    row.createdAt = endpoint.createdAt();
    write(row, endpoint.options());
    write(row, endpoint.standing());
    write(
        row,
        secrets.write(
            endpoint.id(),
            endpoint.signing(),
            endpoint.options().headers(),
            endpoint.options().clientCertificate()));
  }

  /** Encrypts it under the key of today, if it is not. Returns whether it was not. */
  boolean renew(EndpointEntity row) {
    EndpointSecrets.Columns stored = secretsOf(row);
    if (secrets.areCurrent(stored)) {
      return false;
    }
    EndpointId id = idOf(row);
    write(
        row,
        secrets.write(
            id,
            secrets.signing(id, stored),
            secrets.headers(id, stored),
            secrets.clientCertificate(id, stored)));
    return true;
  }

  Endpoint read(EndpointEntity row) {
    EndpointId id = idOf(row);
    EndpointSecrets.Columns stored = secretsOf(row);
    return new Endpoint(
        id,
        URI.create(row.url),
        secrets.signing(id, stored),
        new EndpointOptions(
            row.description,
            new EndpointOptions.Form(Payload.parse(row.payload), Language.parse(row.language)),
            new MessageFilter(
                list(row.filterTypes),
                list(row.filterAreas),
                list(row.filterIndicators),
                list(row.filterSeverities),
                list(row.filterPredicates)),
            Optional.ofNullable(row.retrySeconds)
                .map(delays -> Stream.of(delays).map(Duration::ofSeconds).toList()),
            Optional.ofNullable(row.perMinute),
            row.ordered,
            grouping(row),
            secrets.headers(id, stored),
            secrets.clientCertificate(id, stored)),
        standing(row),
        row.createdAt);
  }

  private static EndpointId idOf(EndpointEntity row) {
    return new EndpointId(row.subscriberId, row.id);
  }

  private static EndpointSecrets.Columns secretsOf(EndpointEntity row) {
    return new EndpointSecrets.Columns(
        row.secret,
        row.signature,
        row.formerSecret,
        row.formerSignature,
        row.formerUntil,
        row.headers,
        row.clientCertificate);
  }

  private static void write(EndpointEntity row, EndpointSecrets.Columns secrets) {
    row.secret = secrets.secret();
    row.signature = secrets.signature();
    row.formerSecret = secrets.formerSecret();
    row.formerSignature = secrets.formerSignature();
    row.formerUntil = secrets.formerUntil();
    row.headers = secrets.headers();
    row.clientCertificate = secrets.clientCertificate();
  }

  private static void write(EndpointEntity row, EndpointOptions options) {
    row.description = options.description();
    row.payload = options.form().payload().code();
    row.language = options.form().language().code();
    row.filterTypes = array(options.filter().types());
    row.filterAreas = array(options.filter().areas());
    row.filterIndicators = array(options.filter().indicators());
    row.filterSeverities = array(options.filter().severities());
    row.filterPredicates = array(options.filter().predicates());
    row.retrySeconds =
        options
            .retryDelays()
            .map(delays -> delays.stream().map(Duration::toSeconds).toArray(Long[]::new))
            .orElse(null);
    row.perMinute = options.perMinute().orElse(null);
    row.groupBy =
        options
            .grouping()
            .map(how -> how.by().stream().map(Grouping.Key::code).sorted().toArray(String[]::new))
            .orElse(null);
    row.groupSeconds = options.grouping().map(how -> (int) how.within().toSeconds()).orElse(null);
    row.ordered = options.ordered();
  }

  private static void write(EndpointEntity row, Standing standing) {
    row.state = standing.state().name();
    row.provenAt = standing.provenAt().orElse(null);
    row.disabledReason = standing.disabled().map(why -> why.reason().name()).orElse(null);
    row.disabledAt = standing.disabled().map(Standing.Disabled::at).orElse(null);
    if (standing.failingSince().isEmpty()) {
      row.failingSince = null;
      row.lastFailedAt = null;
    }
  }

  private static Optional<Grouping> grouping(EndpointEntity row) {
    return Optional.ofNullable(row.groupBy)
        .map(
            by ->
                new Grouping(
                    Stream.of(by).map(Grouping.Key::parse).collect(Collectors.toSet()),
                    Duration.ofSeconds(Objects.requireNonNull(row.groupSeconds))));
  }

  private static Standing standing(EndpointEntity row) {
    return new Standing(
        EndpointState.valueOf(row.state),
        Optional.ofNullable(row.disabledReason)
            .map(
                reason ->
                    new Standing.Disabled(
                        DisabledReason.valueOf(reason), Objects.requireNonNull(row.disabledAt))),
        Optional.ofNullable(row.failingSince),
        Optional.ofNullable(row.provenAt));
  }

  private static String @Nullable [] array(List<String> texts) {
    return texts.isEmpty() ? null : texts.toArray(String[]::new);
  }

  private static List<String> list(String @Nullable [] texts) {
    return texts == null ? List.of() : List.of(texts);
  }
}
