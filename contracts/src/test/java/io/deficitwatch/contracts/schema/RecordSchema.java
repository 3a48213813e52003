package io.deficitwatch.contracts.schema;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares a record with the schema that is to describe it, all the way down. */
final class RecordSchema {
  private final JsonNode root;
  private final List<String> differences = new ArrayList<>();

  private RecordSchema(JsonNode root) {
    this.root = root;
  }

  /** What differs, each with its place; empty if the schema describes the record. */
  static List<String> differences(Class<? extends Record> type, JsonNode schema) {
    var comparison = new RecordSchema(schema);
    comparison.compare("", type, schema);
    return comparison.differences;
  }

  private void compare(String place, Type type, JsonNode reference) {
    JsonNode schema = resolve(reference);
    switch (type) {
      case ParameterizedType list when list.getRawType() == List.class -> {
        expect(place, "array", schema.path("type").asText());
        compare(place + "[]", list.getActualTypeArguments()[0], schema.path("items"));
      }
      case Class<?> c when c == String.class -> expect(place, "string", typeOf(schema));
      case Class<?> c when c == int.class || c == Integer.class ->
          expect(place, "integer", typeOf(schema));
      case Class<?> c when c == BigDecimal.class -> expect(place, "number", typeOf(schema));
      case Class<?> c when c == Instant.class ->
          expect(place, "date-time", schema.path("format").asText());
      case Class<?> c when c.isEnum() -> expect(place, names(c.getEnumConstants()), enumOf(schema));
      // Written as one string: SeriesKey, TimePeriod, DataflowRef.
      case Class<?> c when c.isRecord() && writesOneString(c) ->
          expect(
              place,
              "string with a pattern",
              typeOf(schema) + (schema.has("pattern") ? " with a pattern" : ""));
      case Class<?> c when c.isRecord() -> compareComponents(place, c, schema);
      default -> differences.add(place + ": no rule for " + type);
    }
  }

  private void compareComponents(String place, Class<?> type, JsonNode schema) {
    var names = new TreeSet<String>();
    var required = new TreeSet<String>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
      Type declared = component.getGenericType();
      boolean optional =
          declared instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
      if (!optional) {
        required.add(component.getName());
      }
      compare(
          place + "/" + component.getName(),
          optional ? ((ParameterizedType) declared).getActualTypeArguments()[0] : declared,
          schema.path("properties").path(component.getName()));
    }
    var described = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    var demanded = new TreeSet<String>();
    schema.path("required").forEach(name -> demanded.add(name.asText()));
    expect(place + " properties", names, described);
    expect(place + " required", required, demanded);
  }

  private JsonNode resolve(JsonNode schema) {
    return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
  }

  private void expect(String place, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(place + ": the record has " + expected + ", the schema " + found);
    }
  }

  private static boolean writesOneString(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  private static String typeOf(JsonNode schema) {
    return schema.path("type").asText();
  }

  private static TreeSet<String> names(Object[] constants) {
    var names = new TreeSet<String>();
    Arrays.stream(constants).forEach(constant -> names.add(((Enum<?>) constant).name()));
    return names;
  }

  private static TreeSet<String> enumOf(JsonNode schema) {
    var names = new TreeSet<String>();
    schema.path("enum").forEach(name -> names.add(name.asText()));
    return names;
  }
}
