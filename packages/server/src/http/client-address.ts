import { BlockList, isIP } from "node:net";

/** `::ffff:10.0.0.1` is 10.0.0.1, met on a socket that takes both. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", bits] = proxy.split("/");
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

/** Finds who is calling: the socket's address, or what a trusted proxy says of it. Anyone else's word is not taken. */
export function makeAddressReader(trustedProxies: readonly string[]) {
  const trusted = listOf(trustedProxies);
  // Where nobody is trusted, the list need not be asked at every request.
  const isTrusted = (address: string) =>
    trustedProxies.length > 0 && isIP(address) !== 0 && trusted.check(address, familyOf(address));

  return (socketAddress: string | undefined, forwardedFor: () => string | undefined) => {
    let address = plain(socketAddress ?? "");
    const hops = isTrusted(address) ? (forwardedFor() ?? "").split(",").map(plain) : [];
    // From the nearest hop outwards, until one is met that nobody vouches for.
    while (isTrusted(address)) {
      const next = hops.pop();
      if (next === undefined || isIP(next) === 0) break;
      address = next;
    }
    return isIP(address) === 0 ? null : address;
  };
}

/** The first four groups of an IPv6 address, `::` written out. */
function network(address: string): string {
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const end = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - groups.length - end.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, gap) }, () => "0"), ...end];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** What limits count by: one household's IPv6 addresses are one. */
export const addressGroup = (address: string | null): string =>
  address === null ? "unknown" : isIP(address) === 6 ? network(address) : address;
