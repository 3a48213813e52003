// Topics are compressed with zstd. Node has it built in from 22.15 on; on Node 20 a decoder in plain
// JavaScript stands in, put in the place where the Kafka client looks its codecs up. Import this
// module before the first message is read.
import { compressionsAlgorithms } from '@platformatic/kafka';
import { decompress } from 'fzstd';

if (!compressionsAlgorithms.zstd.available) {
  compressionsAlgorithms.zstd.decompressSync = (data) =>
    Buffer.from(decompress(data instanceof Uint8Array ? data : data.buffer));
}
