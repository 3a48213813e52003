package io.deficitwatch.metrics.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All indicators; there are few enough for one page. */
@Schema(name = "Indicators")
record IndicatorsResponse(List<IndicatorResponse> indicators) {}
