package io.deficitwatch.launcher;

import io.deficitwatch.launcher.stack.OwnFiles;
import io.deficitwatch.launcher.stack.StackPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
sealed interface Invocation {
  /** The options that take a value. */
  List<String> VALUED = List.of("--data-dir", "--port-base", "--catalogue", "--indicators");

  /**
   * Start the stack.
   *
   * @param files of the user's own
   */
  record Run(
      boolean once,
      boolean fresh,
      boolean samples,
      Path dataDirectory,
      StackPorts ports,
      OwnFiles files)
      implements Invocation {}

  /** Print the text of {@code usage.txt}. */
  record Help() implements Invocation {}

  /** Say what is wrong and start nothing. */
  record Mistake(String what) implements Invocation {}

  static Invocation parse(List<String> arguments, Path defaultDataDirectory) {
    boolean once = false;
    boolean fresh = false;
    boolean samples = true;
    Path dataDirectory = defaultDataDirectory;
    StackPorts ports = StackPorts.DEFAULT;
    OwnFiles files = OwnFiles.NONE;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      int equals = argument.indexOf('=');
      String option = equals < 0 ? argument : argument.substring(0, equals);
      boolean takesValue = VALUED.contains(option);
      if (equals >= 0 && !takesValue || equals < 0 && takesValue && !rest.hasNext()) {
        return new Mistake(option + (takesValue ? " needs a value" : " takes no value"));
      }
      switch (option) {
        case "--once" -> once = true;
        case "--fresh" -> fresh = true;
        case "--no-samples" -> samples = false;
        case "--help", "-h" -> {
          return new Help();
        }
        case "--data-dir" -> {
          String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
          if (value.isBlank()) {
            return new Mistake("--data-dir needs a directory");
          }
          dataDirectory = Path.of(value);
        }
        case "--catalogue", "--indicators" -> {
          Path directory = Path.of(equals < 0 ? rest.next() : argument.substring(equals + 1));
          if (!Files.isDirectory(directory)) {
            return new Mistake(option + " needs a directory that is there");
          }
          Optional<Path> own = Optional.of(directory.toAbsolutePath().normalize());
          files =
              option.equals("--catalogue")
                  ? new OwnFiles(own, files.indicators())
                  : new OwnFiles(files.catalogue(), own);
        }
        case "--port-base" -> {
          String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
          if (!value.matches("\\d{1,5}") || !fits(Integer.parseInt(value))) {
            return new Mistake(
                "--port-base needs a number from 1023 to 65529, not '" + value + "'");
          }
          ports = StackPorts.after(Integer.parseInt(value));
        }
        default -> {
          return new Mistake("unknown option " + argument);
        }
      }
    }
    return new Run(once, fresh, samples, dataDirectory.toAbsolutePath().normalize(), ports, files);
  }

  private static boolean fits(int base) {
    return base >= 1023 && base + 6 <= 65535;
  }
}
