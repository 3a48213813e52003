package io.deficitwatch.alerting.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TLS with a certificate that the server made itself. */
final class SelfSigned {
  private static final String PASSWORD = "changeit";

  private SelfSigned() {}

  static SSLServerSocket listen(Path directory)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = directory.resolve("self-signed.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=hooks.example.org",
                    "-ext",
                    "SAN=dns:hooks.example.org,ip:127.0.0.1,ip:::1",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    store.toString()))
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}
