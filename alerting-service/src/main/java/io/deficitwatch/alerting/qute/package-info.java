/** What owners of rules write for their readers, as templates of Qute (quarkus.io/guides/qute). */
@NullMarked
package io.deficitwatch.alerting.qute;

import org.jspecify.annotations.NullMarked;
