package io.deficitwatch.ingestion.release;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The publisher's own bytes, as they were handed in. */
public final class Content {
  private final byte[] bytes;
  private final Optional<String> mediaType;
  private final Charset charset;
  private final String sha256;

  /**
   * @param bytes not to be changed afterwards: a release may be large, so they are not copied
   * @param mediaType as it was said, with its parameters; empty if nothing was
   */
  public Content(byte[] bytes, Optional<String> mediaType, Charset charset) {
    this(bytes, mediaType, charset, HexFormat.of().formatHex(digest(bytes)));
  }

  private Content(byte[] bytes, Optional<String> mediaType, Charset charset, String sha256) {
    this.bytes = bytes;
    this.mediaType = mediaType;
    this.charset = charset;
    this.sha256 = sha256;
  }

  /** The same bytes, read in another character set. */
  public Content in(Charset other) {
    return new Content(bytes, mediaType, other, sha256);
  }

  public byte[] bytes() {
    return bytes;
  }

  public Optional<String> mediaType() {
    return mediaType;
  }

  public Charset charset() {
    return charset;
  }

  /** Lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }

  static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
