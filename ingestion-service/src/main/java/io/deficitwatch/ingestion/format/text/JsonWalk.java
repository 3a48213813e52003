package io.deficitwatch.ingestion.format.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks through JSON without building a tree; a value of the wrong kind becomes a finding. */
public final class JsonWalk implements Closeable {
  // Whoever keeps all names, to know them again, needs memory for millions that a hostile text has.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // So that each NaN is named at its place, and not the first as broken JSON.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(50).maxStringLength(100_000).build())
          .build();

  private final JsonParser parser;
  private final Findings findings;
  private final boolean namesOnce;

  /** Walks through objects of which no field that is asked for may stand twice. */
  public JsonWalk(Reader reader, Findings findings) throws IOException {
    this(FACTORY.createParser(reader), findings, true);
  }

  private JsonWalk(JsonParser parser, Findings findings, boolean namesOnce) {
    this.parser = parser;
    this.findings = findings;
    this.namesOnce = namesOnce;
  }

  /** Walks through objects of which a name may stand twice. */
  public static JsonWalk ofManyNames(Reader reader, Findings findings) throws IOException {
    return new JsonWalk(FACTORY.createParser(reader), findings, false);
  }

  /** What is done with one field of an object: it must be read to its end. */
  public interface FieldStep {
    void run(String name) throws IOException;
  }

  /** What is done with one value: it must be read to its end. */
  public interface Step {
    void run() throws IOException;
  }

  /** Goes to the next document; false if there is none. */
  public boolean next() throws IOException {
    return parser.nextToken() != null;
  }

  /** Walks the object at hand; fields that are not listed are passed over. */
  public void object(Map<String, Step> fields) throws IOException {
    if (!is(JsonToken.START_OBJECT, "an object")) {
      return;
    }
    Set<String> found = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Step step = fields.get(name);
      if (step != null && !found.add(name) && namesOnce) {
        throw new JsonParseException(
            parser, "Duplicate field '" + name + "'", parser.currentTokenLocation());
      }
      parser.nextToken();
      if (step == null) {
        parser.skipChildren();
      } else {
        step.run();
      }
    }
  }

  /** Walks the object at hand, whatever its fields are. */
  public void fields(FieldStep step) throws IOException {
    if (!is(JsonToken.START_OBJECT, "an object")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      step.run(name);
    }
  }

  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Passes over the value at hand. */
  public void skip() throws IOException {
    parser.skipChildren();
  }

  public void array(Step element) throws IOException {
    if (is(JsonToken.START_ARRAY, "an array")) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        element.run();
      }
    }
  }

  /** The text or number at hand, as it is written; empty for null. */
  public Optional<String> text() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getText());
      case VALUE_NULL -> Optional.empty();
      default -> wrong("a text or a number");
    };
  }

  /** The number at hand, as it is written; empty for null. */
  public Optional<String> number() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getText());
      case VALUE_NULL -> Optional.empty();
      default -> wrong("a number");
    };
  }

  /** JSON pointer to the value at hand. */
  public String pointer() {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private boolean is(JsonToken token, String kind) throws IOException {
    if (parser.currentToken() == token) {
      return true;
    }
    wrong(kind);
    return false;
  }

  private Optional<String> wrong(String kind) throws IOException {
    String text = parser.currentToken().isScalarValue() ? parser.getText() : "";
    findings.add(
        this::pointer,
        () -> "%s is expected, not %s".formatted(kind, words(parser.currentToken(), text)));
    parser.skipChildren();
    return Optional.empty();
  }

  private static String words(JsonToken token, String text) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_NULL -> "null";
      case VALUE_STRING -> "the text " + QuotedText.quote(text);
      default -> QuotedText.quote(text);
    };
  }
}
