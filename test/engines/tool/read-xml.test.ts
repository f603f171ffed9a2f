/** JUnit files come from programs of strangers: what is not XML is refused with its line, what could grow is refused at once. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { xmlAttribute, xmlText } from '#core/xml-text';
import { readXml } from '#engines/tool/read-xml';
import { readReport } from '#engines/tool/read-report';

describe('reading', () => {
  test('elements, attributes, text, CDATA, comments, references', () => {
    const root = readXml(
      `\uFEFF<?xml version="1.0"?>\n<!-- a --><a x="1 &lt; 2" y='"'>t&amp;&#65;&#x42;<![CDATA[<&]]><b/><!-- c --> </a>\n`,
    );

    expect(root.name).toBe('a');
    expect([...root.attributes]).toEqual([
      ['x', '1 < 2'],
      ['y', '"'],
    ]);
    expect(root.text).toBe('t&AB<& ');
    expect(root.children.map(({ name }) => name)).toEqual(['b']);
  });

  test('what our own writer writes comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'grapheme-ascii' }), (name, text) => {
        const root = readXml(`<a n="${xmlAttribute(name)}">${xmlText(text)}</a>`);

        expect(xmlAttribute(root.attributes.get('n') ?? '')).toBe(xmlAttribute(name));
        expect(xmlText(root.text)).toBe(xmlText(text));
      }),
      { numRuns: 200 },
    );
  });

  test('any text is read or refused as unreadable, and nothing else', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      ' ',
      '"',
      "'",
      '=',
      '&',
      ';',
      '#',
      'x',
      '1',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<a>',
      '</a>',
      '<a b="1"/>',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          readXml(parts.join(''));
        } catch (error) {
          expect((error as Error).name).toBe('UnreadableReport');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('refusing', () => {
  test.each([
    ['', 'line 1: expected an element, got none'],
    ['<a>', 'line 1: expected the end of <a>, got the end of the text'],
    ['<a>\n<b>\n</a>', 'line 3: expected </b>, got </a>'],
    ['</a>', 'line 1: expected no further end, got </a>'],
    ['<a/><b/>', 'line 1: expected one outermost element, got <b> after it'],
    ['<a/>text', 'line 1: expected an element, got "text"'],
    ['<a x=1/>', 'line 1: expected attributes or the end of <a, got " x=1/>"'],
    ['<a x="1" x="2"/>', 'line 1: expected an attribute once, got x twice'],
    ['<a>&nbsp;</a>', 'line 1: expected a character or one of &amp; &lt; &gt; &quot; &apos;, got &nbsp;'],
    ['<a>&#0;</a>', 'got &#0;'],
    ['<a>&#xD800;</a>', 'got &#xD800;'],
    ['<a>AT&T</a>', 'got &'],
    ['<a><![CDATA[</a>', 'line 1: expected ]]>, got the end of the text'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'line 1: expected no DOCTYPE or declaration, got one'],
    ['<a><!ENTITY b SYSTEM "file:///etc/passwd"></a>', 'line 1: expected no DOCTYPE or declaration, got one'],
    ['<a>'.repeat(51), 'line 1: expected elements at most 50 deep, got deeper ones'],
  ])('%#: %s', (xml, message) => {
    expect(() => readXml(xml)).toThrow(message);
  });

  test('ten megabytes of almost anything take no time to speak of', () => {
    for (const piece of ['<a ', '&', '<a b="', ' '.repeat(50), '<!--', '<testcase>'])
      expect(() => readReport(`<testsuites>${piece.repeat(200_000)}`, 'junit', 0)).toThrow();
  });
});
