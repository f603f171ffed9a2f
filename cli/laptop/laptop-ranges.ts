import { parseCidr, type Cidr } from '#core/address-policy';

/** Where an API under development runs: this machine, containers, the network at home or at work. Metadata addresses stay refused. */
export const LAPTOP_RANGES: readonly Cidr[] = [
  '127.0.0.0/8',
  '::1/128',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
].flatMap((text) => parseCidr(text) ?? []);
