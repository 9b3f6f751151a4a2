import { describe, expect, it } from '@jest/globals';
import { renderBlock, renderInline } from './render-markdown.ts';

describe('renderBlock', () => {
  it.each([
    ['a paragraph', 'Look **first**, *then* ask.', '<p>Look <strong>first</strong>, <em>then</em> ask.</p>'],
    ['a list', '- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['a heading', '### Why', '<h3>Why</h3>'],
    [
      'a link leaves the page',
      '[NHS](https://www.nhs.uk)',
      '<p><a href="https://www.nhs.uk" rel="noopener noreferrer" target="_blank">NHS</a></p>',
    ],
    [
      'a help line',
      '[116 123](tel:116123)',
      '<p><a href="tel:116123" rel="noopener noreferrer" target="_blank">116 123</a></p>',
    ],
    ['tags are text', 'Write <b>now</b>', '<p>Write &lt;b&gt;now&lt;/b&gt;</p>'],
    ['characters of HTML', 'p < 0.05 & "sure"', '<p>p &lt; 0.05 &amp; "sure"</p>'],
  ])('%s', (_, text, html) => {
    expect(renderBlock(text, [])).toBe(html);
  });

  it('gives a table its column headings, without styles', () => {
    const html = renderBlock('| a | b |\n|:-:|---|\n| 1 | 2 |', []);
    expect(html).toContain('<th scope="col">a</th>');
    expect(html).not.toContain('style');
  });

  it('numbers citations by the sources given', () => {
    expect(renderBlock('Twice.[^two] Once.[^one]', ['one', 'two'])).toBe(
      '<p>Twice.<sup><a href="#source-two" aria-label="Source 2">2</a></sup> Once.<sup><a href="#source-one" aria-label="Source 1">1</a></sup></p>',
    );
  });

  it('throws for a citation outside the sources', () => {
    expect(() => renderBlock('Who says?[^nobody]', ['one'])).toThrow('nobody');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](//evil.example)',
    '[x](http://evil.example)',
    '![x](https://evil.example/x.png)',
    '[x](https://ok.example "title\\" onmouseover=\\"alert(1)")',
    '<https://ok.example/"onclick="alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '[^<b>]',
    '[^"onmouseover="alert(1)]',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '```html\n<script>alert(1)</script>\n```',
  ])('lets nothing active through: %s', (text) => {
    for (const html of [renderBlock(text, []), renderInline(text)]) {
      const tags = [...html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/giu)];
      for (const [, name, attributes] of tags) {
        expect(['p', 'a', 'code']).toContain(name);
        expect(attributes).toMatch(
          /^$|^ href="https:\/\/ok\.example[^"]*" rel="noopener noreferrer" target="_blank"$|^ rel="noopener noreferrer" target="_blank"$/u,
        );
      }
    }
  });
});

describe('renderInline', () => {
  it('has no paragraph and no line break', () => {
    expect(renderInline('Call **the**\nward')).toBe('Call <strong>the</strong> ward');
  });
});
