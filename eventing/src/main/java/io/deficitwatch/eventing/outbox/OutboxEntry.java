package io.deficitwatch.eventing.outbox;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event in the outbox, as it will be sent.
 *
 * @param id order of writing: among entries of one key the order of commits
 * @param bytes size of the payload
 */
record OutboxEntry(long id, int bytes, ProducerRecord<byte[], byte[]> message) {}
