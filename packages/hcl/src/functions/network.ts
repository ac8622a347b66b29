import { listOf, NUMBER, STRING } from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import {
  argument,
  ArgumentError,
  FunctionError,
  FunctionPanic,
  type FunctionDefinition,
  type Parameter,
} from "./definition.js";
import { formatAddress, type Network, parseCidr } from "./cidr.js";
import { strings } from "./strings.js";
import { integerAs, toInt64, toInteger } from "./whole-number.js";

const MOST_BITS = 32;

function networkOf(value: Value): Network {
  const network = parseCidr(value.asString());
  if (network !== undefined) return network;
  throw new FunctionError(`invalid CIDR expression: invalid CIDR address: ${value.asString()}`);
}

/** A mask of `length` ones over the width of an address. */
function mask(length: number, width: number): bigint {
  return ((1n << BigInt(length)) - 1n) << BigInt(width - length);
}

function show({ address, length, width }: Network): string {
  return `${formatAddress(address, width)}/${length}`;
}

function cidrhost(prefix: Value, hostnum: Value): string {
  const number = toInt64(hostnum);
  const { address, length, width } = networkOf(prefix);
  const count = 1n << BigInt(width - length);
  if (number >= count || number < -count) {
    throw new FunctionError(`prefix of ${length} does not accommodate a host numbered ${number}`);
  }
  return formatAddress(address | (number < 0n ? count + number : number), width);
}

function cidrsubnet(args: readonly Value[]): string {
  const bits = toInteger(argument(args, 1));
  const number = toInt64(argument(args, 2));
  const { address, length, width } = networkOf(argument(args, 0));
  if (bits > MOST_BITS) throw new FunctionError("may not extend prefix by more than 32 bits");
  if (number < 0n) throw new FunctionError("subnet number must not be negative");
  const longer = length + bits;
  if (longer > width) {
    throw new FunctionError(`insufficient address space to extend prefix of ${length} by ${bits}`);
  }
  // What Go's shift by a negative number leaves: no bits at all are refused only when they are used.
  const most = bits < 0 ? 2n ** 64n - 1n : (1n << BigInt(bits)) - 1n;
  if (number > most) {
    throw new FunctionError(`prefix extension of ${bits} does not accommodate a subnet numbered ${number}`);
  }
  if (longer < 0) throw new FunctionPanic("the prefix cannot be that short");
  return show({ address: address | (number << BigInt(width - longer)), length: longer, width });
}

function cidrsubnets([prefix, ...lengths]: readonly Value[]): readonly string[] {
  if (prefix === undefined || lengths.length === 0) return [];
  const text = prefix.asString();
  const network = parseCidr(text);
  if (network === undefined) {
    throw new ArgumentError(0, `invalid CIDR expression: invalid CIDR address: ${text}`);
  }
  const { width } = network;
  const end = network.address + (1n << BigInt(width - network.length));
  let current: Network | undefined;
  return lengths.map((value, i) => {
    const fail = (why: string): ArgumentError => new ArgumentError(i + 1, why);
    const bits = integerAs(value, fail);
    if (bits < 1) throw fail("must extend prefix by at least one bit");
    if (bits > MOST_BITS) throw fail("may not extend prefix by more than 32 bits");
    const length = network.length + bits;
    if (length > width) {
      const protocol = width === 32 ? "IPv4" : "IPv6";
      throw fail(`would extend prefix to ${length} bits, which is too long for an ${protocol} address`);
    }
    const size = 1n << BigInt(width - length);
    const from =
      current === undefined ? network.address : current.address + (1n << BigInt(width - current.length));
    // The first address, not before the end of the last subnet, at which a network of this size can start.
    const address = (from + size - 1n) & mask(length, width);
    // Before the first address of all there is none, which Packer takes for the end of the space.
    const isAtZero = current === undefined && network.address === 0n;
    if (isAtZero || from >= end || address >= end || address < from) {
      const last = current ?? previous(network, network.length + toInteger(lengths[0] ?? value));
      throw fail(
        `not enough remaining address space for a subnet with a prefix of ${length} bits after ${show(last)}`,
      );
    }
    current = { address, length, width };
    return show(current);
  });
}

/** The network of a size right before another one; before the first address comes the last. */
function previous({ address, width }: Network, length: number): Network {
  const all = (1n << BigInt(width)) - 1n;
  return { address: (address - 1n) & all & mask(Math.min(length, width), width), length, width };
}

const prefix: Parameter = { name: "prefix", type: STRING };
const number = (name: string): Parameter => ({ name, type: NUMBER });

export const NETWORK_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  cidrhost: {
    parameters: [prefix, number("hostnum")],
    result: STRING,
    call: (args) => Value.string(cidrhost(argument(args, 0), argument(args, 1))),
  },
  cidrnetmask: {
    parameters: [prefix],
    result: STRING,
    call: (args) => {
      const { length, width } = networkOf(argument(args, 0));
      return Value.string(formatAddress(mask(length, width), width));
    },
  },
  cidrsubnet: {
    parameters: [prefix, number("newbits"), number("netnum")],
    result: STRING,
    call: (args) => Value.string(cidrsubnet(args)),
  },
  cidrsubnets: {
    parameters: [prefix],
    variadic: number("newbits"),
    result: listOf(STRING),
    call: (args) => strings(cidrsubnets(args)),
  },
};
