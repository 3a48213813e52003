package io.deficitwatch.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods the paths of a service know. */
@ApplicationScoped
class AllowedMethods {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private final List<Route> routes;

  AllowedMethods(BeanManager beans) {
    List<Route> found = new ArrayList<>();
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(bean -> (Class<?>) bean.getBeanClass())
        .filter(type -> type.isAnnotationPresent(Path.class))
        .distinct()
        .forEach(
            type -> Arrays.stream(type.getDeclaredMethods()).forEach(one -> add(type, one, found)));
    routes = List.copyOf(found);
  }

  private record Route(Pattern path, String method) {}

  /** Of a path; empty if nothing is there. */
  Set<String> of(String path) {
    Set<String> allowed = new TreeSet<>();
    routes.stream()
        .filter(route -> route.path().matcher(path).matches())
        .map(Route::method)
        .forEach(allowed::add);
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (!allowed.isEmpty()) {
      allowed.add("OPTIONS");
    }
    return allowed;
  }

  private static void add(Class<?> type, Method method, List<Route> found) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (http != null) {
        Path below = method.getAnnotation(Path.class);
        found.add(new Route(pattern(type.getAnnotation(Path.class), below), http.value()));
      }
    }
  }

  private static Pattern pattern(Path path, @Nullable Path below) {
    String template = path.value() + "/" + (below == null ? "" : below.value());
    StringBuilder regex = new StringBuilder("/*");
    for (String step : template.split("/+")) {
      if (!step.isEmpty()) {
        regex.append(regex.length() > 2 ? "/" : "").append(step(step));
      }
    }
    return Pattern.compile(regex.append("/*").toString());
  }

  private static String step(String step) {
    return Arrays.stream(PARAMETER.splitWithDelimiters(step, -1))
        .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
        .reduce("", String::concat);
  }
}
