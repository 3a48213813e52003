import { randomUUID } from 'node:crypto';
import { Consumer, ListOffsetTimestamps, MessagesStreamModes } from '@platformatic/kafka';
import './zstd.mjs';

/**
 * Reads topics from the beginning up to where they end now, then stops.
 *
 * @param {{ bootstrap: string, topics: string[], patience?: number }} source `patience`: milliseconds
 *   to wait for a record that must be there
 * @yields {{ topic: string, partition: number, offset: bigint, key: string, headers: object, value: string }}
 */
export async function* readToTheEnd({ bootstrap, topics, patience = 30_000 }) {
  const consumer = new Consumer({
    // A group of its own, never committed: every run reads everything.
    groupId: `node-consumer-${randomUUID()}`,
    clientId: 'node-consumer',
    bootstrapBrokers: bootstrap.split(','),
    autocreateTopics: false,
  });
  try {
    const left = await remaining(consumer, topics);
    if (left.size === 0) {
      return;
    }
    const stream = await consumer.consume({
      topics,
      mode: MessagesStreamModes.EARLIEST,
      autocommit: false,
    });
    let timer;
    const rearm = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => stream.destroy(new Error(`nothing more came from ${[...left.keys()].join(', ')}`)),
        patience,
      );
    };
    try {
      rearm();
      for await (const message of stream) {
        rearm();
        const place = `${message.topic}/${message.partition}`;
        if (message.offset + 1n >= (left.get(place) ?? 0n)) {
          left.delete(place);
        }
        yield eventOf(message);
        if (left.size === 0) {
          break;
        }
      }
    } finally {
      clearTimeout(timer);
      await stream.close();
    }
  } finally {
    await consumer.close(true);
  }
}

/** Where each partition that holds anything ends. */
async function remaining(consumer, topics) {
  const starts = await consumer.listOffsets({ topics, timestamp: ListOffsetTimestamps.EARLIEST });
  const ends = await consumer.listOffsets({ topics, timestamp: ListOffsetTimestamps.LATEST });
  const left = new Map();
  for (const [topic, offsets] of ends) {
    offsets.forEach((end, partition) => {
      if (end > starts.get(topic)[partition]) {
        left.set(`${topic}/${partition}`, end);
      }
    });
  }
  return left;
}

function eventOf({ topic, partition, offset, key, headers, value }) {
  return {
    topic,
    partition,
    offset,
    key: key?.toString(),
    headers: Object.fromEntries([...headers].map(([name, text]) => [name.toString(), text.toString()])),
    value: value?.toString(),
  };
}
