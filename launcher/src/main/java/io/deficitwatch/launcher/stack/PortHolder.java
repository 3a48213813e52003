package io.deficitwatch.launcher.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a TCP port of this machine. */
final class PortHolder {
  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** One line per port that is taken, naming the process that holds it. */
  static List<String> complaints(StackPorts ports) {
    List<String> complaints = new ArrayList<>();
    for (Map.Entry<String, Integer> port : ports.byUser().entrySet()) {
      if (!isFree(port.getValue())) {
        complaints.add(
            "port %d (%s) is held by %s"
                .formatted(port.getValue(), port.getKey(), describe(port.getValue())));
      }
    }
    return complaints;
  }

  static boolean isFree(int port) {
    return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && binds(new InetSocketAddress(port));
  }

  /** Process id and command line, or as much as this user may know. */
  static String describe(int port) {
    return find(port)
        .map(process -> "pid " + process.pid() + ": " + commandLine(process))
        .orElse("a process of another user (its name needs: sudo lsof -i :" + port + ")");
  }

  static Optional<ProcessHandle> find(int port) {
    return inProc(port).or(() -> byLsof(port)).flatMap(ProcessHandle::of);
  }

  private static boolean binds(InetSocketAddress address) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Long> inProc(int port) {
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try (Stream<String> lines = Files.lines(Path.of(table))) {
        Optional<Long> holder =
            lines
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[3].equals(LISTENING))
                .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .flatMap(socket -> holdsSocket(socket).stream())
                .findFirst();
        if (holder.isPresent()) {
          return holder;
        }
      } catch (IOException e) {
        return Optional.empty(); // no procfs: not Linux
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> holdsSocket(String socket) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> hasOpen(pid, socket))
        .findFirst();
  }

  private static boolean hasOpen(long pid, String socket) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : open) {
        if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // ended meanwhile, or not ours to look at
    }
  }

  private static Optional<Long> byLsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String printed = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return printed.lines().findFirst().map(Long::valueOf);
    } catch (IOException e) {
      return Optional.empty(); // not installed
    }
  }

  private static String commandLine(ProcessHandle process) {
    String line =
        process
            .info()
            .commandLine()
            .or(() -> process.info().command())
            .orElse("(its command is not visible to this user)");
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }
}
