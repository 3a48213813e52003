// Reads every message of the five topics and checks it against the published schemas.
//   KAFKA_BOOTSTRAP=127.0.0.1:19092 node src/check-events.mjs [--quiet]
// Exit code 0 if all are valid, 1 if one is not or there is none at all.
import { readToTheEnd } from './events.mjs';
import { faultsOf, isTombstone, readExactly, TOPICS } from './contracts.mjs';

const bootstrap = process.env.KAFKA_BOOTSTRAP ?? '127.0.0.1:19092';
const quiet = process.argv.includes('--quiet');

function summary(topic, value) {
  const data = readExactly(value);
  switch (topic) {
    case 'releases.v1':
      return `${data.vintage.dataflow}, ${data.series.length} series`;
    case 'operations.v1':
      return data.title?.en ?? data.summary?.en ?? `${data.vintage.dataflow} ${data.decision}`;
    case 'indicators.v1':
      return `${data.indicator.id} ${data.period} = ${data.value ?? 'no value'} ${data.indicator.unit}`;
    case 'projections.v1':
      return `${data.indicator.id} ${data.method.id}, ${data.points.length} periods`;
    default:
      return data.summary.en;
  }
}

const counts = new Map(TOPICS.map((topic) => [topic, { valid: 0, invalid: 0 }]));
for await (const event of readToTheEnd({ bootstrap, topics: TOPICS })) {
  if (isTombstone(event)) {
    if (!quiet) {
      console.log(`${event.topic}/${event.partition}@${event.offset} ${event.key}: removed`);
    }
    continue;
  }
  const faults = faultsOf(event);
  const place = `${event.topic}/${event.partition}@${event.offset}`;
  counts.get(event.topic)[faults.length === 0 ? 'valid' : 'invalid']++;
  if (faults.length > 0) {
    console.error(`INVALID ${place} ${event.headers.ce_type ?? 'of no type'}: ${faults.join('; ')}`);
  } else if (!quiet) {
    console.log(`${place} ${event.headers.ce_type}: ${summary(event.topic, event.value)}`);
  }
}
for (const [topic, { valid, invalid }] of counts) {
  console.log(`${topic}: ${valid} valid, ${invalid} invalid`);
}
const all = [...counts.values()];
if (all.every(({ valid }) => valid === 0) || all.some(({ invalid }) => invalid > 0)) {
  process.exitCode = 1;
}
