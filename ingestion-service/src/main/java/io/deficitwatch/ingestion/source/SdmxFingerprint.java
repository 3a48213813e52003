package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.deficitwatch.ingestion.release.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Tells the same figures from others: a service writes each reply anew, with a name of its own and
 * the moment at which it was asked. Those stand at the beginning.
 */
final class SdmxFingerprint {
  private static final int BEGINNING = 16 << 10;

  // SDMX-ML: Header with ID and Prepared, validFromDate of a data set. SDMX-JSON: the same in
  // header or meta. CSV has none of them.
  private static final Pattern OF_THE_REPLY =
      Pattern.compile(
          "(?<=[:<]ID>)[^<]{0,200}(?=<)"
              + "|(?<=[:<](?:Prepared|Extracted)>)[^<]{0,200}(?=<)"
              + "|(?<=validFromDate=\")[^\"]{0,200}"
              + "|(?<=\"prepared\":\")[^\"]{0,200}"
              + "|(?<=\"(?:header|meta)\":\\{\"id\":\")[^\"]{0,200}");

  private SdmxFingerprint() {}

  static String of(Content content) {
    MessageDigest digest = Content.digest();
    try (InputStream bytes = content.open();
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      String beginning = new String(bytes.readNBytes(BEGINNING), ISO_8859_1);
      out.write(OF_THE_REPLY.matcher(beginning).replaceAll("").getBytes(ISO_8859_1));
      bytes.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
