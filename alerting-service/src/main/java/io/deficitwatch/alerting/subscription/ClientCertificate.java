package io.deficitwatch.alerting.subscription;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * What the service shows to a receiver that asks who calls: mutual TLS. It never prints its key.
 *
 * @param certificates PEM, the service's own first, then those that vouch for it
 * @param key PEM, PKCS #8, unencrypted
 */
public record ClientCertificate(String certificates, String key) {
  private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
  private static final String END_KEY = "-----END PRIVATE KEY-----";
  private static final byte[] SAMPLE = "does the key belong to it".getBytes(StandardCharsets.UTF_8);

  /**
   * Of what an owner gives.
   *
   * @throws IllegalArgumentException saying what is wrong, without the key
   */
  public static ClientCertificate parse(String certificates, String key, Instant now) {
    var given = new ClientCertificate(certificates, key);
    X509Certificate own = given.chain().getFirst();
    if (!own.getNotAfter().toInstant().isAfter(now)) {
      throw new IllegalArgumentException(
          "the certificate ended at " + own.getNotAfter().toInstant());
    }
    if (!belongTogether(own.getPublicKey(), given.privateKey())) {
      throw new IllegalArgumentException("the key is not that of the certificate");
    }
    return given;
  }

  /**
   * @throws IllegalArgumentException if there are none, or they cannot be read
   */
  public List<X509Certificate> chain() {
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (CertificateException _) {
      // Told below, like none at all.
    }
    throw new IllegalArgumentException("there is no certificate in PEM that can be read");
  }

  /**
   * @throws IllegalArgumentException if it cannot be read
   */
  public PrivateKey privateKey() {
    int begin = key.indexOf(BEGIN_KEY);
    int end = key.indexOf(END_KEY);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("there is no key in PEM, PKCS #8 and unencrypted");
    }
    try {
      byte[] encoded =
          Base64.getMimeDecoder().decode(key.substring(begin + BEGIN_KEY.length(), end));
      return KeyFactory.getInstance(chain().getFirst().getPublicKey().getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // Without the cause: it may quote the key.
      throw new IllegalArgumentException("the key is none of the certificate's kind");
    }
  }

  private static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> publicKey.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(privateKey);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  public Instant expiresAt() {
    return chain().getFirst().getNotAfter().toInstant();
  }

  @Override
  public String toString() {
    return "client certificate until " + expiresAt();
  }
}
