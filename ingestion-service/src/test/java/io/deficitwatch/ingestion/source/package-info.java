/** Publishers' interfaces against a local server that answers as they do. */
@NullMarked
package io.deficitwatch.ingestion.source;

import org.jspecify.annotations.NullMarked;
