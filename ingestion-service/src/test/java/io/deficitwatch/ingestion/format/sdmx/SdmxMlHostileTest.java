package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxRead.sample;
import static io.deficitwatch.ingestion.release.RefusalReason.PUBLISHER_ERROR;
import static io.deficitwatch.ingestion.release.RefusalReason.UNREADABLE_RELEASE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.ingestion.quality.Finding;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(5)
class SdmxMlHostileTest {
  @Test
  void refusesABillionLaughs() {
    String laughs =
        """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
        <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
        <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>
        <GenericData>&lol3;</GenericData>
        """;

    assertThat(refused(laughs))
        .extracting(Finding::detail)
        .containsExactly("the XML cannot be read: a document type declaration is not taken");
  }

  @Test
  void asksForNoFileAndNoAddress() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout((int) Duration.ofMillis(200).toMillis());
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";

      assertThat(
              refused(
                  "<!DOCTYPE d SYSTEM \"%s\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><GenericData>&x;</GenericData>"
                      .formatted(address)))
          .extracting(Finding::detail)
          .containsExactly("the XML cannot be read: a document type declaration is not taken");
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void refusesAnEntityThatNobodyDeclared() {
    assertThat(refused("<GenericData>&x;</GenericData>")).hasSize(1);
  }

  @Test
  void readsTheEntitiesThatEveryXmlHas() {
    assertThat(
            SdmxRead.ml()
                .findings(
                    PUBLISHER_ERROR,
                    "<Error><ErrorMessage code='1&#48;0'><Text>a &amp; b &lt; c</Text></ErrorMessage></Error>"))
        .extracting(Finding::detail)
        .containsExactly("the publisher answered 100: a & b < c");
  }

  @Test
  void refusesElementsThatGoTooDeep() {
    assertThat(refused("<GenericData>" + "<a>".repeat(100_000)))
        .extracting(Finding::detail)
        .containsExactly(
            "the XML cannot be read: elements are more than 50 deep within one another");
  }

  @Test
  void refusesWhatDoesNotFitTheMemory() {
    String text = "x".repeat(4 << 20);

    assertThat(refused("<GenericData a=\"" + text + "\"/>"))
        .extracting(Finding::detail)
        .containsExactly(
            "the XML cannot be read: a tag, text or comment has more than 1048576 characters");
    assertThat(refused("<GenericData><!--" + text + "--></GenericData>"))
        .extracting(Finding::detail)
        .containsExactly(
            "the XML cannot be read: a tag, text or comment has more than 1048576 characters");
  }

  @Test
  void refusesAnElementOfTenThousandAttributes() {
    StringBuilder element = new StringBuilder("<GenericData ");
    for (int i = 0; i < 10_001; i++) {
      element.append("a").append(i).append("='' ");
    }

    assertThat(refused(element + "/>")).hasSize(1);
  }

  @Test
  void refusesWhatIsCutOff() {
    String message = sample("ECB_EXR_ng-ts-ss.xml");

    assertThat(refused(message.substring(0, message.length() - 40)))
        .singleElement()
        .matches(finding -> finding.detail().startsWith("the XML cannot be read: "));
    assertThat(refused(message.substring(0, 2_500))).hasSize(1);
  }

  @Test
  void refusesBytesThatAreNotWhatIsDeclared() {
    String message = sample("ECB_EXR_ng-ts-ss.xml").replace("Swiss", "Schwäbisch");

    assertThat(SdmxRead.ml().findings(UNREADABLE_RELEASE, message.getBytes(ISO_8859_1), UTF_8))
        .singleElement()
        .matches(finding -> finding.detail().contains("is not UTF-8"));
    assertThat(refused(message.replace("encoding=\"UTF-8\"", "encoding=\"KLINGON\"")))
        .containsExactly(new Finding("1:1", "the encoding 'KLINGON' is declared, and not known"));
    assertThat(refused(message.replace("encoding=\"UTF-8\"", "encoding=\"utf-16\"")))
        .containsExactly(
            new Finding(
                "1:1", "the encoding 'utf-16' is declared, and the text is not written in it"));
  }

  @Test
  void refusesAMessageOfStructures() {
    assertThat(refused(sample("ECB_EXR_structure21.xml")))
        .singleElement()
        .matches(
            finding ->
                finding
                    .detail()
                    .startsWith("'Structure' is no SDMX-ML data message of 2.1 or 3.0"));
  }

  private static List<Finding> refused(String text) {
    return SdmxRead.ml().findings(UNREADABLE_RELEASE, text);
  }
}
