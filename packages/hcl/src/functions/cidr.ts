/** A network: its first address, the length of its prefix, and the width of its addresses: 32 or 128 bits. */
export interface Network {
  readonly address: bigint;
  readonly length: number;
  readonly width: number;
}

/** The network that a text such as `10.0.0.0/8` names, whichever of its addresses is given; `undefined` when it names none. */
export function parseCidr(text: string): Network | undefined {
  const match = /^([^/]*)\/(\d{1,3})$/.exec(text);
  if (match?.[1] === undefined) return undefined;
  const address = parseAddress(match[1]);
  const length = Number(match[2]);
  if (address === undefined || length > address.width) return undefined;
  const { width } = address;
  const host = BigInt(width - length);
  return { address: (address.value >> host) << host, length, width };
}

interface Address {
  readonly value: bigint;
  readonly width: number;
}

function parseAddress(text: string): Address | undefined {
  if (!text.includes(":")) {
    const value = parseIpv4(text);
    return value === undefined ? undefined : { value, width: 32 };
  }
  const value = parseIpv6(text);
  return value === undefined ? undefined : { value, width: 128 };
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    // Zeros in front could be meant as octal, so they are refused.
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === "" ? [] : groupsOf(half)));
  const [head, tail] = groups;
  if (head === undefined || groups.includes(undefined)) return undefined;
  const count = head.length + (tail?.length ?? 0);
  if (tail === undefined ? count !== 8 : count > 7) return undefined;
  const all = [...head, ...Array.from({ length: 8 - count }, () => 0n), ...(tail ?? [])];
  return all.reduce((value, group) => (value << 16n) | group, 0n);
}

/** The groups of sixteen bits between colons; an IPv4 address at the end is two of them. */
function groupsOf(text: string): readonly bigint[] | undefined {
  const groups: bigint[] = [];
  const parts = text.split(":");
  for (const [i, part] of parts.entries()) {
    if (part.includes(".") && i === parts.length - 1) {
      const embedded = parseIpv4(part);
      if (embedded === undefined) return undefined;
      groups.push(embedded >> 16n, embedded & 0xffffn);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}

/** An address as text; of IPv6 the longest run of zeros is left out, and IPv4 addresses in it are shown as such. */
export function formatAddress(value: bigint, width: number): string {
  if (width === 32 || value >> 32n === 0xffffn) {
    return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join(".");
  }
  const groups = Array.from({ length: 8 }, (_, i) => (value >> BigInt(112 - i * 16)) & 0xffffn);
  const [start, length] = longestZeros(groups);
  const text = (from: number, to: number): string =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(":");
  return length < 2 ? text(0, 8) : `${text(0, start)}::${text(start + length, 8)}`;
}

function longestZeros(groups: readonly bigint[]): readonly [start: number, length: number] {
  let best: readonly [number, number] = [0, 0];
  for (let i = 0; i < groups.length; i++) {
    let end = i;
    while (groups[end] === 0n) end++;
    if (end - i > best[1]) best = [i, end - i];
  }
  return best;
}
