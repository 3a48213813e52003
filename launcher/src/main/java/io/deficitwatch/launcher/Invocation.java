package io.deficitwatch.launcher;

import io.deficitwatch.launcher.stack.ServiceOptions;
import io.deficitwatch.launcher.stack.StackPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What the command line asks for. */
sealed interface Invocation {
  /** The options that take a value. */
  List<String> VALUED =
      List.of("--data-dir", "--port-base", "--catalogue", "--indicators", "--jvm-options");

  /**
   * Start the stack.
   *
   * @param options for the services
   */
  record Run(
      boolean once,
      boolean fresh,
      boolean samples,
      Path dataDirectory,
      StackPorts ports,
      ServiceOptions options)
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
    ServiceOptions services = ServiceOptions.NONE;
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
          Path own = directory.toAbsolutePath().normalize();
          services =
              option.equals("--catalogue")
                  ? services.withCatalogue(own)
                  : services.withIndicators(own);
        }
        case "--jvm-options" -> {
          String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
          services = services.withJvm(List.of(value.strip().split("\\s+")));
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
    return new Run(
        once, fresh, samples, dataDirectory.toAbsolutePath().normalize(), ports, services);
  }

  private static boolean fits(int base) {
    return base >= 1023 && base + 6 <= 65535;
  }
}
