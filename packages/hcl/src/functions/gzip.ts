import { deflate } from "./deflate.js";

/** The magic number, deflate, no name, no time, a system that is unknown. */
const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/** Bytes in the gzip format, the very bytes that Packer makes of them. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...HEADER, ...deflate(bytes), ...little(crc32(bytes)), ...little(bytes.length)]);
}

function little(value: number): readonly number[] {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
}

/** The checksum of gzip. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ ((crc & 1) === 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}
