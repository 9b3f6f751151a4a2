import { describe, expect, it } from '@jest/globals';
import { SVG } from '../test/a-library.ts';
import type { AuthoredCardOf } from './authored-card.ts';
import { checkMedia } from './check-media.ts';
import type { AuthoredMedia } from './module-draft.ts';

const card: AuthoredCardOf<'image'> = {
  id: 'x',
  kind: 'image',
  title: 'T',
  sources: [],
  body: '',
  image: { file: 'media/x.svg', alt: 'A', licence: 'L', credit: 'C' },
};
type Image = AuthoredCardOf<'image'>['image'];
const SIZE = { width: 640, height: 480 };
const check = (media: AuthoredMedia[], file = 'media/x.svg', said: Partial<Image> = SIZE) =>
  checkMedia(
    [{ file: 'card.md', value: { ...card, image: { ...card.image, ...said, file } }, lineOf: () => 5 }],
    media,
    'modules/m',
  ).map((fault) => `${fault.file}:${fault.line}: ${fault.message}`);
const svg = (text: string): AuthoredMedia => ({
  file: 'x.svg',
  contentType: 'image/svg+xml',
  bytes: Buffer.from(text),
});
const inSvg = (inner: string) => check([svg(SVG.replace('<rect', `${inner}<rect`))]);

describe('checkMedia', () => {
  it.each([
    ['a plain drawing', SVG],
    ['with a declaration and a comment', `<?xml version="1.0"?>\n<!-- drawn by hand -->\n${SVG}`],
    [
      'with a gradient of its own',
      SVG.replace('<rect', '<linearGradient id="g"><stop offset="0"/></linearGradient><rect fill="url(#g)"'),
    ],
  ])('accepts a picture: %s', (_, text) => {
    expect(check([svg(text)])).toEqual([]);
  });

  it.each([
    ['a script', '<script>alert(1)</script>', /<script>/],
    ['a handler', '<g onload="alert(1)"/>', /onload/],
    ['a handler in capitals', '<g ONLOAD="alert(1)"/>', /ONLOAD/],
    ['a foreign object', '<foreignObject/>', /<foreignObject>/],
    ['a style sheet', '<style>@import url(https://x.example)</style>', /<style>/],
    ['a picture from elsewhere', '<image href="https://x.example/x.png"/>', /<image>/],
    ['a link', '<a href="https://x.example"><text>x</text></a>', /<a>/],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>', /<animate>/],
    ['a prefixed address', '<g xlink:href="https://x.example"/>', /xlink:href/],
    ['a coded address', '<g fill="url(&#104;ttps://x.example)"/>', /fill/],
    ['a style', '<g style="display:none"/>', /style/],
    ['an address elsewhere', '<g fill="url(https://x.example)"/>', /fill/],
    ['another namespace', '<g xmlns:h="http://www.w3.org/1999/xhtml"/>', /xmlns:h/],
    ['a prefixed script', '<h:script>alert(1)</h:script>', /h:script/],
    ['CDATA', '<text><![CDATA[<script>]]></text>', /CDATA/],
  ])('refuses %s', (_, inner, message) => {
    expect(inSvg(inner).join()).toMatch(message);
  });

  it.each([
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${SVG}`, /entities/],
    ['a style sheet by instruction', `<?xml-stylesheet href="x"?>${SVG}`, /processing instructions/],
    ['a page', '<html></html>', /does not begin with <svg/],
  ])('refuses %s', (_, text, message) => {
    expect(check([svg(text)]).join()).toMatch(message);
  });

  it('refuses a large picture and one that is not what its name says', () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100_000)]);
    expect(check([{ file: 'x.png', contentType: 'image/png', bytes: png }], 'media/x.png').join()).toMatch(
      /100008 bytes/,
    );
    expect(
      check([{ file: 'x.png', contentType: 'image/png', bytes: Buffer.from('GIF89a') }], 'media/x.png').join(),
    ).toMatch(/not of the kind/);
    expect(check([{ file: 'x.png', contentType: 'image/png', bytes: png.subarray(0, 500) }], 'media/x.png')).toEqual(
      [],
    );
  });

  describe('of a photograph', () => {
    const png = (length: number): AuthoredMedia => ({
      file: 'x.png',
      contentType: 'image/png',
      bytes: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(length - 8)]),
    });
    const look = (length: number, said: Partial<Image>) => check([png(length)], 'media/x.png', said);

    it.each([
      ['neither width nor height', {}],
      ['no width', { height: 480 }],
      ['no height', { width: 640 }],
    ])('refuses one with %s', (_, said) => {
      expect(look(500, said)).toEqual(['card.md:5: Give the width and height of media/x.png in pixels.']);
    });

    it('refuses one above 60 kB without a written reason', () => {
      expect(look(60_000, SIZE)).toEqual([]);
      expect(look(60_001, SIZE)).toEqual([
        'card.md:5: media/x.png has 60001 bytes. Make it 60000 at most, or say why in heavyBecause.',
      ]);
      const reason = { ...SIZE, heavyBecause: 'The grain of the scan is what is looked at.' };
      expect(look(60_001, reason)).toEqual([]);
      expect(look(100_001, reason).join()).toMatch(/100001 bytes. Make it 100000 at most/);
    });
  });

  it('asks no width and height of a drawing, and a reason where it is heavy', () => {
    expect(check([svg(SVG)], 'media/x.svg', {})).toEqual([]);
    const heavy = SVG.replace('<rect', `<desc>${'x'.repeat(60_000)}</desc><rect`);
    expect(check([svg(heavy)], 'media/x.svg', {}).join()).toMatch(/heavyBecause/);
  });

  it('names a picture that is missing, and one that no card shows', () => {
    expect(check([])).toEqual(['card.md:5: There is no media/x.svg in this module.']);
    expect(check([svg(SVG), { ...svg(SVG), file: 'y.svg' }])).toEqual([
      'modules/m/media/y.svg:1: No card shows this picture. Remove it.',
    ]);
  });
});
