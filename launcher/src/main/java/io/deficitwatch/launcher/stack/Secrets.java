package io.deficitwatch.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tokens, passwords and keys of one data directory: made at its first start, kept from then on. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What each secret is for. */
  public enum Name {
    PUBLISHER_TOKEN(Secrets::hex),
    OPERATOR_TOKEN(Secrets::hex),
    READER_TOKEN(Secrets::hex),
    INGESTION_DATABASE_PASSWORD(Secrets::hex),
    METRICS_DATABASE_PASSWORD(Secrets::hex),
    ALERTING_DATABASE_PASSWORD(Secrets::hex),
    READER_DATABASE_PASSWORD(Secrets::hex),
    /** AES-256 key under which alerting keeps the secrets of endpoints. */
    ENDPOINT_SECRETS_KEY(() -> Base64.getEncoder().encodeToString(random(32))),
    /** What our own receiver's webhooks are signed with. */
    WEBHOOK_SECRET(() -> "whsec_" + Base64.getEncoder().encodeToString(random(32)));

    private final Supplier<String> maker;

    Name(Supplier<String> maker) {
      this.maker = maker;
    }

    static Name passwordOf(Service service) {
      return valueOf(service.name() + "_DATABASE_PASSWORD");
    }
  }

  private final Map<Name, String> values;

  private Secrets(Map<Name, String> values) {
    this.values = values;
  }

  /** Reads the file, adding to it what it does not have yet. Only its owner may read it. */
  public static Secrets in(Path file) throws IOException {
    Map<String, String> known =
        Files.exists(file)
            ? Files.readAllLines(file).stream()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]))
            : Map.of();
    Map<Name, String> values = new EnumMap<>(Name.class);
    for (Name name : Name.values()) {
      values.put(
          name, Optional.ofNullable(known.get(name.name())).orElseGet(() -> name.maker.get()));
    }
    if (known.size() < values.size()) {
      PrivateFile.write(
          file,
          Arrays.stream(Name.values())
              .map(name -> name + "=" + values.get(name))
              .collect(Collectors.joining("\n", "", "\n")));
    }
    return new Secrets(values);
  }

  public String get(Name name) {
    return Optional.ofNullable(values.get(name)).orElseThrow();
  }

  private static String hex() {
    return HexFormat.of().formatHex(random(24));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
