package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom the service trusts, and whom it shows itself to be, as Vert.x wants to be told. */
final class Certificates {
  private static final char[] NO_PASSWORD = {};

  private Certificates() {}

  /** Those whom the JDK trusts, and those of the file. */
  static TrustOptions trusting(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = empty();
      int number = 0;
      for (X509Certificate known : trustManager(null).getAcceptedIssuers()) {
        store.setCertificateEntry("jdk-" + number++, known);
      }
      for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + number++, own);
      }
      return TrustOptions.wrap(trustManager(store));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "deficitwatch.webhook.trusted-certificates cannot be read: " + pem, e);
    }
  }

  private static X509TrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static KeyCertOptions showing(ClientCertificate certificate) {
    try {
      KeyStore store = empty();
      store.setKeyEntry(
          "client",
          certificate.privateKey(),
          NO_PASSWORD,
          certificate.chain().toArray(X509Certificate[]::new));
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, NO_PASSWORD);
      return Stream.of(factory.getKeyManagers())
          .filter(X509KeyManager.class::isInstance)
          .map(X509KeyManager.class::cast)
          .findFirst()
          .map(KeyCertOptions::wrap)
          .orElseThrow();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a client certificate that was taken cannot be used", e);
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
