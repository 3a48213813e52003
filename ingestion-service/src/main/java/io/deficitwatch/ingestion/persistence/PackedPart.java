package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A part as JSON in zlib's format, a tenth as long. */
final class PackedPart {
  private PackedPart() {}

  static byte[] pack(ReleasePublished part) {
    var bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream packed = new DeflaterOutputStream(bytes, deflater)) {
      ContractsJson.mapper().writeValue(packed, part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  static ReleasePublished unpack(byte[] bytes) {
    try (InputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return ContractsJson.mapper().readValue(unpacked, ReleasePublished.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
