package io.deficitwatch.ingestion.format.text;

import io.deficitwatch.ingestion.quality.QuotedText;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through XML without building a tree. What has a document type declaration is not read any
 * further: it has no place in data, and with its entities a small text becomes endless or asks for
 * files.
 */
public final class XmlWalk implements Closeable {
  private static final int DEEPEST = 50;
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_NAMES = 10_000;

  private final PieceLimit text;
  private final XMLStreamReader parser;
  private int depth;
  private final Set<String> names = new HashSet<>();

  public XmlWalk(Reader reader) throws XMLStreamException {
    // Quarkus brings another parser, whose limits are others.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    this.text = new PieceLimit(reader);
    this.parser = factory.createXMLStreamReader(text);
  }

  /** What is done with an element: what it does not read is passed over. */
  public interface Step {
    void run(String name) throws XMLStreamException;
  }

  /** Goes to the outermost element. */
  public String root() throws XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {}
    return parser.getLocalName();
  }

  /** Walks the elements directly within the one at hand, by their names without prefix. */
  public void children(Step step) throws XMLStreamException {
    mixed(new StringBuilder(), step);
  }

  /** The same where there is text between them, which is added to {@code between}. */
  public void mixed(StringBuilder between, Step step) throws XMLStreamException {
    int inside = depth;
    while (depth >= inside) {
      int event = next();
      add(event, between);
      if (event == XMLStreamConstants.START_ELEMENT) {
        step.run(parser.getLocalName());
        while (depth > inside) {
          next();
        }
      }
    }
  }

  /** The text within the element at hand, to its end; what is very long is cut. */
  public String text() throws XMLStreamException {
    int inside = depth;
    StringBuilder found = new StringBuilder();
    while (depth >= inside) {
      add(next(), found);
    }
    return found.toString().strip();
  }

  private void add(int event, StringBuilder found) {
    if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
        && found.length() < LONGEST_TEXT) {
      found.append(parser.getText());
    }
  }

  /** Reads to the end, so that what is cut off is noticed. */
  public void end() throws XMLStreamException {
    while (parser.hasNext()) {
      next();
    }
  }

  /** An attribute of the element at hand, whatever its prefix. */
  public Optional<String> attribute(String name) {
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      if (parser.getAttributeLocalName(i).equals(name)) {
        return Optional.of(parser.getAttributeValue(i).strip());
      }
    }
    return Optional.empty();
  }

  /** Those attributes of the element at hand that have no prefix. */
  public void attributes(BiConsumer<String, String> taker) {
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      String namespace = parser.getAttributeNamespace(i);
      if (namespace == null || namespace.isEmpty()) {
        taker.accept(parser.getAttributeLocalName(i), parser.getAttributeValue(i).strip());
      }
    }
  }

  public int line() {
    return parser.getLocation().getLineNumber();
  }

  public int column() {
    return parser.getLocation().getColumnNumber();
  }

  /** {@code line:column} of the end of the tag at hand. */
  public String place() {
    return line() + ":" + column();
  }

  /** Where the fault is. */
  public static String place(XMLStreamException e) {
    Location location = e.getLocation();
    return location == null || location.getLineNumber() < 1
        ? "1:1"
        : location.getLineNumber() + ":" + location.getColumnNumber();
  }

  /** What the fault is. The parser's own words begin with the place. */
  public static String words(XMLStreamException e) {
    Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
    String message = String.valueOf(cause.getMessage());
    return "the XML cannot be read: "
        + QuotedText.sentence(message.replaceFirst("(?s)^ParseError at .*?\nMessage: ", ""));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private int next() throws XMLStreamException {
    int event = parser.next();
    text.begin();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        countNames();
      }
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> countName(parser.getPITarget());
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD ->
          throw new XMLStreamException(
              "a document type declaration is not taken", parser.getLocation());
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw new XMLStreamException("entities are not taken", parser.getLocation());
      default -> {}
    }
    if (depth > DEEPEST) {
      throw new XMLStreamException(
          "elements are more than %d deep within one another".formatted(DEEPEST),
          parser.getLocation());
    }
    return event;
  }

  // The parser keeps every name that it meets.
  private void countNames() throws XMLStreamException {
    countName(parser.getLocalName());
    countName(parser.getPrefix());
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      countName(parser.getAttributeLocalName(i));
      countName(parser.getAttributePrefix(i));
    }
    for (int i = 0; i < parser.getNamespaceCount(); i++) {
      countName(parser.getNamespacePrefix(i));
      countName(parser.getNamespaceURI(i));
    }
  }

  private void countName(@Nullable String name) throws XMLStreamException {
    if (name != null && names.add(name) && names.size() > MOST_NAMES) {
      throw new XMLStreamException(
          "there are more than %d different names".formatted(MOST_NAMES), parser.getLocation());
    }
  }
}
