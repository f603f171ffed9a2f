/** Spellings are made from the bytes of an address by rules written here, so that the reader is not checked against itself. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatAddress, inCidr, judgeAddress, parseAddress, parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';

const bytes4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const hex2 = (value: number): string => value.toString(16).padStart(2, '0');

/** Every spelling of an IPv4 address that some parser takes, by name. */
const SPELLINGS: { readonly [name: string]: (b: readonly [number, number, number, number]) => string } = {
  dotted: (b) => b.join('.'),
  'trailing dot': (b) => `${b.join('.')}.`,
  decimal: ([a, b, c, d]) => String(((a * 256 + b) * 256 + c) * 256 + d),
  hex: ([a, b, c, d]) => `0x${hex2(a)}${hex2(b)}${hex2(c)}${hex2(d)}`,
  'hex parts': (b) => b.map((part) => `0x${part.toString(16)}`).join('.'),
  'octal parts': (b) => b.map((part) => `0${part.toString(8)}`).join('.'),
  'two parts': ([a, b, c, d]) => `${String(a)}.${String((b * 256 + c) * 256 + d)}`,
  'three parts': ([a, b, c, d]) => `${String(a)}.${String(b)}.${String(c * 256 + d)}`,
  'mapped dotted': (b) => `::ffff:${b.join('.')}`,
  'mapped hex': ([a, b, c, d]) => `[::ffff:${hex2(a)}${hex2(b)}:${hex2(c)}${hex2(d)}]`,
  'mapped long': ([a, b, c, d]) => `0:0:0:0:0:FFFF:${hex2(a)}${hex2(b)}:${hex2(c)}${hex2(d)}`,
  NAT64: ([a, b, c, d]) => `64:ff9b::${hex2(a)}${hex2(b)}:${hex2(c)}${hex2(d)}`,
  'local NAT64': ([a, b, c, d]) => `64:ff9b:1::${hex2(a)}${hex2(b)}:${hex2(c)}${hex2(d)}`,
  '6to4': ([a, b, c, d]) => `2002:${hex2(a)}${hex2(b)}:${hex2(c)}${hex2(d)}::1`,
  ISATAP: (b) => `2600::5efe:${b.join('.')}`,
};

const allowed = (text: string, ranges: readonly string[] = []): boolean => {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`expected an address: ${text}`);
  return judgeAddress(
    address,
    ranges.map((range) => parseCidr(range) as Cidr),
  ).allowed;
};

describe('F3: an address that may not be tested', () => {
  const inRange = fc.oneof(
    fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), fc.nat(255), fc.nat(255)),
  );

  test.each(Object.keys(SPELLINGS))('F3: is refused when it is spelled as %s', (name) => {
    const spell = SPELLINGS[name] as (typeof SPELLINGS)[string];
    fc.assert(
      fc.property(inRange, (b) => !allowed(spell(b))),
      { numRuns: 200 },
    );
  });

  test.each(Object.keys(SPELLINGS))('F3: metadata spelled as %s is refused even where its range is allowed', (name) => {
    const spell = SPELLINGS[name] as (typeof SPELLINGS)[string];
    const everything = ['0.0.0.0/0', '::/0'];

    for (const b of [
      [169, 254, 169, 254],
      [169, 254, 170, 2],
      [100, 100, 100, 200],
    ] as const)
      expect(allowed(spell([...b]), everything)).toBe(false);
    expect(allowed('fd00:ec2::254', everything)).toBe(false);
  });

  test.each([
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
    '240.0.0.1',
  ])('F3: %s is refused', (text) => {
    expect(allowed(text)).toBe(false);
  });
});

describe('F3: an address that may be tested', () => {
  test.each([
    '93.184.215.14',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('F3: %s is allowed', (text) => {
    expect(allowed(text)).toBe(true);
  });

  test('F3: a private address is allowed in its range and only there', () => {
    expect(allowed('10.1.2.3', ['10.1.0.0/16'])).toBe(true);
    expect(allowed('10.2.2.3', ['10.1.0.0/16'])).toBe(false);
    expect(allowed('::ffff:10.1.2.3', ['10.1.0.0/16'])).toBe(true);
    expect(allowed('::1', ['::1/128'])).toBe(true);
  });
});

describe('F3: reading', () => {
  test('F3: an IPv4 address gives its bytes in every IPv4 spelling', () => {
    const plain = ['dotted', 'trailing dot', 'decimal', 'hex', 'hex parts', 'octal parts', 'two parts', 'three parts'];
    fc.assert(
      fc.property(bytes4, fc.constantFrom(...plain), (b, name) => {
        const spell = SPELLINGS[name] as (typeof SPELLINGS)[string];
        expect(parseAddress(spell(b))).toEqual(b);
      }),
      { numRuns: 300 },
    );
  });

  test('F3: an IPv6 address survives being written and read', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 16, maxLength: 16 }), (b) => {
        expect(parseAddress(formatAddress(b))).toEqual(b);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    'example.com',
    '1.2.3.4.5',
    '256.1.1.1',
    '',
    '4294967296',
    '0x',
    '1::2::3',
    '12345::',
    ':::',
    '1.2.3',
    'g::1',
    '::1.2.3',
    '08.1.1.1',
  ])('%j is read as what it is', (text) => {
    const short = { '0x': [0, 0, 0, 0], '1.2.3': [1, 2, 0, 3] } as { readonly [text: string]: readonly number[] };

    expect(parseAddress(text)).toEqual(short[text]);
  });

  test('F3: a range holds an address exactly when their first bits are the same', () => {
    const bits = (b: readonly number[]): string => b.map((byte) => byte.toString(2).padStart(8, '0')).join('');
    fc.assert(
      fc.property(bytes4, bytes4, fc.nat(32), (a, b, prefix) => {
        expect(inCidr(a, { bytes: b, prefix })).toBe(bits(a).slice(0, prefix) === bits(b).slice(0, prefix));
      }),
      { numRuns: 300 },
    );
  });

  test.each(['10.0.0.0/33', '10.0.0.0/x', 'nonsense/8', '::/129', '10.0.0.0/8/8'])(
    'the range %s is refused',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );
});
