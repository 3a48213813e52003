package io.deficitwatch.alerting.webhook;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;

/**
 * The JDK's TLS, which notes in its session how long the handshake took: from the connection on, up
 * to where something can be sent.
 */
final class TimedTls extends JdkSSLEngineOptions {
  private static final String TOOK = TimedTls.class.getName();

  TimedTls() {}

  /** How long the handshake of the connection took; empty without TLS. */
  static Optional<Duration> handshake(HttpConnection connection) {
    return Optional.ofNullable(connection.sslSession())
        .map(session -> session.getValue(TOOK))
        .map(Duration.class::cast);
  }

  @Override
  public JdkSSLEngineOptions copy() {
    return new TimedTls();
  }

  @Override
  public SslContextFactory sslContextFactory() {
    return new Factory(super.sslContextFactory());
  }

  /** Makes what another factory makes, with an eye on the clock. */
  private static final class Factory implements SslContextFactory {
    private final SslContextFactory plain;

    Factory(SslContextFactory plain) {
      this.plain = plain;
    }

    @Override
    public SslContextFactory useAlpn(boolean use) {
      plain.useAlpn(use);
      return this;
    }

    @Override
    public SslContextFactory clientAuth(ClientAuth clientAuth) {
      plain.clientAuth(clientAuth);
      return this;
    }

    @Override
    public SslContextFactory forClient(boolean client) {
      plain.forClient(client);
      return this;
    }

    @Override
    public SslContextFactory keyMananagerFactory(KeyManagerFactory keys) {
      plain.keyMananagerFactory(keys);
      return this;
    }

    @Override
    public SslContextFactory trustManagerFactory(TrustManagerFactory trust) {
      plain.trustManagerFactory(trust);
      return this;
    }

    @Override
    public SslContextFactory enabledCipherSuites(Set<String> suites) {
      plain.enabledCipherSuites(suites);
      return this;
    }

    @Override
    public SslContextFactory applicationProtocols(List<String> protocols) {
      plain.applicationProtocols(protocols);
      return this;
    }

    @Override
    public SslContextFactory serverName(String name) {
      plain.serverName(name);
      return this;
    }

    @Override
    public SslContext create() throws SSLException {
      return new Context(plain.create());
    }
  }

  private static final class Context extends DelegatingSslContext {
    Context(SslContext context) {
      super(context);
    }

    @Override
    protected void initEngine(SSLEngine engine) {}

    // Where the server is not named
    @Override
    protected SslHandler newHandler(ByteBufAllocator alloc, boolean startTls, Executor executor) {
      return new Handler(newEngine(alloc), startTls, executor);
    }

    @Override
    protected SslHandler newHandler(
        ByteBufAllocator alloc, String host, int port, boolean startTls, Executor executor) {
      return new Handler(newEngine(alloc, host, port), startTls, executor);
    }
  }

  private static final class Handler extends SslHandler {
    private volatile long connected;

    Handler(SSLEngine engine, boolean startTls, Executor executor) {
      super(engine, startTls, executor);
      handshakeFuture()
          .addListener(
              done -> {
                if (done.isSuccess()) {
                  SSLSession session = engine.getSession();
                  session.putValue(TOOK, Duration.ofNanos(System.nanoTime() - connected));
                }
              });
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      connected = System.nanoTime();
      super.channelActive(context);
    }
  }
}
