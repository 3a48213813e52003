package io.deficitwatch.ingestion.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The publisher's own bytes, as they were handed in. They can be read as often as is needed. */
public final class Content {
  private final Source source;
  private final long size;
  private final String sha256;
  private final Optional<String> mediaType;
  private final Charset charset;

  /**
   * @param size how many bytes there are
   * @param sha256 of the bytes, lower-case hexadecimal
   * @param mediaType as it was said, with its parameters; empty if nothing was
   */
  public Content(
      Source source, long size, String sha256, Optional<String> mediaType, Charset charset) {
    this.source = source;
    this.size = size;
    this.sha256 = sha256;
    this.mediaType = mediaType;
    this.charset = charset;
  }

  /** Where the bytes are. */
  public interface Source {
    InputStream open() throws IOException;
  }

  /** Bytes that are few enough for the memory; not to be changed afterwards. */
  public static Content of(byte[] bytes, Optional<String> mediaType, Charset charset) {
    return new Content(
        () -> new ByteArrayInputStream(bytes),
        bytes.length,
        HexFormat.of().formatHex(digest().digest(bytes)),
        mediaType,
        charset);
  }

  /** The same bytes, read in another character set. */
  public Content in(Charset other) {
    return new Content(source, size, sha256, mediaType, other);
  }

  /** From the first byte on. */
  public InputStream open() throws IOException {
    return source.open();
  }

  public long size() {
    return size;
  }

  public Optional<String> mediaType() {
    return mediaType;
  }

  public Charset charset() {
    return charset;
  }

  public String sha256() {
    return sha256;
  }

  /** A digest for content to come. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
