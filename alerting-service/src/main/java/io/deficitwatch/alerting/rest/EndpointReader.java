package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rest.EndpointBodies.FilterRequest;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.deficitwatch.alerting.subscription.EgressPolicy;
import io.deficitwatch.alerting.subscription.EndpointOptions;
import io.deficitwatch.alerting.subscription.Grouping;
import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.alerting.subscription.MessageFilter;
import io.deficitwatch.alerting.subscription.Payload;
import io.deficitwatch.alerting.subscription.PredicateSyntax;
import io.deficitwatch.alerting.subscription.SaveEndpoint;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import io.deficitwatch.alerting.subscription.WebhookSecret.Scheme;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.EndpointWebhook;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.edge.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of an endpoint, and names every fault of it. */
@ApplicationScoped
class EndpointReader {
  private static final int MOST_OF_A_LIST = 50;
  private static final int MOST_PREDICATES = 5;
  private static final int LONGEST_PREDICATE = 500;
  private static final int MOST_DELAYS = 20;
  private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofHours(24);
  private static final Duration LONGEST_SCHEDULE = Duration.ofDays(7);
  private static final Duration LONGEST_GROUP_WAIT = Duration.ofMinutes(15);
  private static final int LONGEST_PEM = 20_000;
  private static final int MOST_PER_MINUTE = 60_000;
  private static final Set<String> TYPES =
      Stream.concat(
              Stream.of(EventType.values())
                  .filter(type -> type.topic().equals(Topics.ALERTS))
                  .map(EventType::type),
              Stream.of(EndpointWebhook.Kind.DISABLED.type()))
          .collect(Collectors.toUnmodifiableSet());

  private final EgressPolicy egress;
  private final PredicateSyntax predicates;
  private final Clock clock;

  EndpointReader(EgressPolicy egress, PredicateSyntax predicates, Clock clock) {
    this.egress = egress;
    this.predicates = predicates;
    this.clock = clock;
  }

  /**
   * @param ownersLanguage where the request names none
   * @param mayVouch whether the caller may answer for the receiver
   * @return empty if there are faults, which the parameters then know
   */
  Optional<SaveEndpoint.Draft> read(
      Parameters parameters,
      EndpointBodies.Request given,
      Language ownersLanguage,
      boolean mayVouch) {
    Optional<URI> url = parameters.require("/url", given.url(), Texts::url);
    url.ifPresent(
        target -> egress.objections(target).forEach(reason -> parameters.refuse("/url", reason)));
    Optional<String> description =
        parameters.read("/description", given.description(), Texts::name);
    Optional<Scheme> scheme = parameters.read("/signature", given.signature(), Scheme::parse);
    Optional<WebhookSecret> secret = secret(parameters, given.secret(), scheme);
    boolean proven = Boolean.TRUE.equals(given.proven());
    if (proven && !mayVouch) {
      parameters.refuse("/proven", "is for operators: your receiver answers the challenge");
    }
    var form =
        new EndpointOptions.Form(
            parameters.read("/payload", given.payload(), Payload::parse).orElse(Payload.STANDARD),
            parameters.read("/locale", given.locale(), Language::parse).orElse(ownersLanguage));
    var options =
        new EndpointOptions(
            description.orElse(""),
            form,
            filter(parameters, Optional.ofNullable(given.filter()).orElseGet(FilterRequest::empty)),
            Optional.ofNullable(given.retryDelays()).map(delays -> delays(parameters, delays)),
            parameters.number(
                "/perMinute",
                Optional.ofNullable(given.perMinute()).map(String::valueOf).orElse(null),
                1,
                MOST_PER_MINUTE),
            Boolean.TRUE.equals(given.ordered()),
            Optional.ofNullable(given.grouping())
                .flatMap(grouping -> grouping(parameters, grouping)),
            ExtraHeaders.read(parameters, given.headers()),
            clientCertificate(parameters, given.clientCertificate()));
    return url.map(
        target ->
            new SaveEndpoint.Draft(
                target,
                secret,
                secret.map(WebhookSecret::scheme).or(() -> scheme),
                options,
                proven || (form.payload() != Payload.STANDARD && egress.isSecret(target))));
  }

  private static Optional<WebhookSecret> secret(
      Parameters parameters, @Nullable String text, Optional<Scheme> scheme) {
    Optional<WebhookSecret> secret = parameters.read("/secret", text, WebhookSecret::parse);
    if (secret.filter(given -> given.scheme() == Scheme.V1A).isPresent()
        || (secret.isPresent() && scheme.filter(Scheme.V1A::equals).isPresent())) {
      parameters.refuse("/secret", "is made here for v1a: you verify with the public key");
      return Optional.empty();
    }
    return secret;
  }

  private Optional<ClientCertificate> clientCertificate(
      Parameters parameters, EndpointBodies.@Nullable ClientCertificateRequest given) {
    if (given == null) {
      return Optional.empty();
    }
    String certificate = given.certificate();
    String key = given.key();
    if (certificate == null
        || key == null
        || certificate.length() > LONGEST_PEM
        || key.length() > LONGEST_PEM) {
      parameters.refuse(
          "/clientCertificate",
          "needs certificate and key, of %d characters at the most".formatted(LONGEST_PEM));
      return Optional.empty();
    }
    return parameters.require(
        "/clientCertificate",
        certificate,
        pem -> ClientCertificate.parse(pem, key, clock.instant()));
  }

  private static Optional<Grouping> grouping(
      Parameters parameters, EndpointBodies.GroupingBody given) {
    List<Grouping.Key> by = list(parameters, "/grouping/by", given.by(), Grouping.Key::parse);
    return parameters
        .require("/grouping/within", given.within(), EndpointReader::groupWait)
        .map(within -> new Grouping(Set.copyOf(by), within));
  }

  private static Duration groupWait(String text) {
    return duration(text, SHORTEST_DELAY, LONGEST_GROUP_WAIT, "from 1 second to 15 minutes");
  }

  private MessageFilter filter(Parameters parameters, FilterRequest given) {
    return new MessageFilter(
        list(parameters, "/filter/types", given.types(), EndpointReader::type),
        list(parameters, "/filter/areas", given.areas(), Texts::code),
        list(parameters, "/filter/indicators", given.indicators(), Texts::code),
        list(
            parameters,
            "/filter/severities",
            given.severities(),
            text -> Severity.parse(text).code()),
        predicates(parameters, given.predicates()));
  }

  private List<String> predicates(Parameters parameters, @Nullable List<@Nullable String> given) {
    if (given != null && given.size() > MOST_PREDICATES) {
      parameters.refuse("/filter/predicates", "has more than %d".formatted(MOST_PREDICATES));
      return List.of();
    }
    return list(parameters, "/filter/predicates", given, this::predicate);
  }

  private String predicate(String text) {
    if (text.length() > LONGEST_PREDICATE) {
      throw new IllegalArgumentException(
          "has more than %d characters".formatted(LONGEST_PREDICATE));
    }
    predicates
        .objection(text)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(objection);
            });
    return text;
  }

  private static String type(String text) {
    if (!TYPES.contains(text)) {
      throw new IllegalArgumentException(
          "%s is none of %s".formatted(Parameters.quoted(text), TYPES.stream().sorted().toList()));
    }
    return text;
  }

  private static List<Duration> delays(Parameters parameters, List<@Nullable String> given) {
    if (given.size() > MOST_DELAYS) {
      parameters.refuse("/retryDelays", "has more than %d".formatted(MOST_DELAYS));
      return List.of();
    }
    List<Duration> delays = list(parameters, "/retryDelays", given, EndpointReader::delay);
    if (delays.stream().reduce(Duration.ZERO, Duration::plus).compareTo(LONGEST_SCHEDULE) > 0) {
      parameters.refuse("/retryDelays", "is longer than 7 days in all");
    }
    return delays;
  }

  private static Duration delay(String text) {
    return duration(text, SHORTEST_DELAY, LONGEST_DELAY, "from 1 second to 24 hours");
  }

  private static Duration duration(String text, Duration shortest, Duration longest, String range) {
    try {
      Duration read = Duration.parse(text);
      if (read.compareTo(shortest) >= 0 && read.compareTo(longest) <= 0) {
        return read.truncatedTo(ChronoUnit.SECONDS);
      }
    } catch (DateTimeException _) {
      // Told below, like one that is too long.
    }
    throw new IllegalArgumentException(
        "%s is no time %s, as in PT5M".formatted(Parameters.quoted(text), range));
  }

  private static <T> List<T> list(
      Parameters parameters,
      String pointer,
      @Nullable List<@Nullable String> given,
      Function<String, T> parse) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > MOST_OF_A_LIST) {
      parameters.refuse(pointer, "has more than %d".formatted(MOST_OF_A_LIST));
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      parameters.require(pointer + "/" + i, given.get(i), parse).ifPresent(read::add);
    }
    return read;
  }
}
