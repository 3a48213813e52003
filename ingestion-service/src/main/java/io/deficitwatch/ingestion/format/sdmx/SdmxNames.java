package io.deficitwatch.ingestion.format.sdmx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Structures by name, {@code ECB:EXR(1.0)}, from whatever a message refers to them by. */
final class SdmxNames {
  private static final Pattern PATH =
      Pattern.compile(
          "/(dataflow|datastructure)/(?<agency>[^/?#]{1,64})/(?<id>[^/?#]{1,64})/(?<version>[^/?#]{1,32})");

  private static final int LONGEST = 200;

  private SdmxNames() {}

  private static String cut(String name) {
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }

  static String of(String agency, String id, String version) {
    return cut(agency + ":" + id + "(" + version + ")");
  }

  /** {@code urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ECB:EXR(1.0)}. */
  static String ofUrn(String urn) {
    return cut(urn.substring(urn.lastIndexOf('=') + 1));
  }

  /** {@code https://.../service/dataflow/ECB/EXR/1.0}. */
  static Optional<String> ofAddress(String address) {
    Matcher matcher = PATH.matcher(address);
    return matcher.find()
        ? Optional.of(of(matcher.group("agency"), matcher.group("id"), matcher.group("version")))
        : Optional.empty();
  }
}
