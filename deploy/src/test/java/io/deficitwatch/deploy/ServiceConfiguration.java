package io.deficitwatch.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service can be configured by, as its sources say. */
final class ServiceConfiguration {
  /** Not ours, and each of them set for a reason that is known to work. */
  private static final Set<String> OF_QUARKUS =
      Set.of(
          "QUARKUS_HTTP_PORT",
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_DATASOURCE_PASSWORD",
          "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
          "QUARKUS_SWAGGER_UI_ENABLED");

  private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
  private static final Pattern PROPERTY =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
  private static final Pattern METHOD = Pattern.compile("(?m)^ +[\\w<>., ]+ (\\w+)\\(\\);");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");

  private final Properties properties = new Properties();
  private final Set<String> names = new HashSet<>(OF_QUARKUS);
  private final Map<String, Set<String>> mappings = new TreeMap<>();

  /** Of the service and of the modules that it is made of. */
  ServiceConfiguration(String service) {
    String text = Repository.text(service + "/src/main/resources/application.properties");
    EXPRESSION.matcher(text).results().forEach(found -> names.add(found.group(1)));
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Stream.of(service, "edge", "eventing").forEach(this::readSources);
  }

  boolean knows(String variable) {
    return names.contains(variable)
        || mappings.entrySet().stream()
            .anyMatch(
                mapping ->
                    variable.startsWith(mapping.getKey() + "_")
                        && isPath(
                            variable.substring(mapping.getKey().length() + 1), mapping.getValue()));
  }

  Properties properties() {
    return properties;
  }

  /** The port it listens on where nothing says otherwise. */
  String defaultPort() {
    return properties.getProperty("quarkus.http.port").replaceAll(".*:(\\d+)}?$", "$1");
  }

  private void readSources(String module) {
    try (Stream<Path> files = Files.walk(Repository.ROOT.resolve(module + "/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        PREFIX
            .matcher(source)
            .results()
            .forEach(
                found -> {
                  Set<String> methods =
                      mappings.computeIfAbsent(variable(found.group(1)), _ -> new HashSet<>());
                  METHOD
                      .matcher(source)
                      .results()
                      .forEach(method -> methods.add(variable(kebab(method.group(1)))));
                });
        PROPERTY.matcher(source).results().forEach(found -> names.add(variable(found.group(1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the rest of a name is made of the names of nested groups. */
  private static boolean isPath(String rest, Set<String> methods) {
    return methods.contains(rest)
        || methods.stream()
            .anyMatch(
                group ->
                    rest.startsWith(group + "_")
                        && isPath(rest.substring(group.length() + 1), methods));
  }

  private static String kebab(String method) {
    return method.replaceAll("([a-z0-9])([A-Z])", "$1-$2");
  }

  private static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
