/** A file to be put in an archive. */
export type Entry = { name: string; text: string };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
const CRC_POLYNOMIAL = 0xedb88320;
/** 1 January 1980: what an archive says where no time is told. */
const NO_DAY = 0x0021;

/** An archive of texts, as PKWARE's application note describes it; for less than 4 GB. */
export async function zipOf(entries: Entry[]): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, text } of entries) {
    const content = new TextEncoder().encode(text);
    const packed = await deflated(content);
    const said = new TextEncoder().encode(name);
    const facts = [crcOf(content), packed.length, content.length];
    const local = record(LOCAL, [VERSION, FLAGS, DEFLATED, 0, NO_DAY], facts, [said.length, 0]);
    const told = [VERSION, VERSION, FLAGS, DEFLATED, 0, NO_DAY];
    const central = record(CENTRAL, told, facts, [said.length, 0, 0, 0, 0], [0, at]);
    parts.push(local, said, packed);
    directory.push(central, said);
    at += local.length + said.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  return new Blob([...parts, ...directory, record(END, [0, 0, count, count], [size, at], [0])]);
}

/** A record of the archive: its sign, then turns of two-byte and four-byte numbers. */
function record(sign: number, ...groups: number[][]): Uint8Array<ArrayBuffer> {
  const sizes = groups.map((_, index) => (index % 2 === 0 ? 2 : 4));
  const length = groups.reduce((sum, group, index) => sum + group.length * (sizes[index] ?? 0), 4);
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, sign, true);
  let at = 4;
  for (const [index, group] of groups.entries()) {
    for (const value of group) {
      if (sizes[index] === 2) {
        view.setUint16(at, value, true);
      } else {
        view.setUint32(at, value, true);
      }
      at += sizes[index] ?? 0;
    }
  }
  return new Uint8Array(view.buffer);
}

async function deflated(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    rest = rest & 1 ? (rest >>> 1) ^ CRC_POLYNOMIAL : rest >>> 1;
  }
  return rest;
});

function crcOf(content: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of content) {
    rest = (rest >>> 8) ^ (TABLE[(rest ^ byte) & 0xff] ?? 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
