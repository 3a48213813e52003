package io.deficitwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kubernetes' own kinds, read the strict way of its Java client. */
final class BuiltInKinds {
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "v1/ConfigMap", V1ConfigMap.class,
          "v1/Service", V1Service.class,
          "v1/ServiceAccount", V1ServiceAccount.class,
          "apps/v1/Deployment", V1Deployment.class,
          "apps/v1/StatefulSet", V1StatefulSet.class,
          "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class,
          "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class);

  private BuiltInKinds() {}

  /** What is wrong with the object; empty if its kind is not one of these. */
  static Optional<List<String>> faults(JsonNode object) {
    Optional<Class<?>> type =
        Optional.ofNullable(
            TYPES.get(object.path("apiVersion").asText() + "/" + object.path("kind").asText()));
    return type.map(
        known -> {
          try {
            Object _ = JSON.getGson().fromJson(object.toString(), known);
            return List.of();
          } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
          }
        });
  }
}
