import fc from 'fast-check';
import { placeholdersOf, renderTemplate } from '../../src/markdown/template';

const text = (
  template: string,
  values: Parameters<typeof renderTemplate>[1] = {},
  tier: number | null = null,
): string => renderTemplate(template, values, tier).text;

describe('a template', () => {
  it('is filled in by looking names up; what it does not know stays', () => {
    expect(text('# {{release}} on {{target}}\n', { release: 'v2.5', target: '2026-02-15' })).toBe(
      '# v2.5 on 2026-02-15\n',
    );
    expect(text('{{date}} {{title}} {{date:YYYY}} <% tp.date.now() %> {{ unknown }}', { release: 'v1' })).toBe(
      '{{date}} {{title}} {{date:YYYY}} <% tp.date.now() %> {{ unknown }}',
    );
  });

  it('does not look into values: they are data', () => {
    expect(text('{{a}} {{b}}', { a: '{{b}} {{cursor}} %% tier 9 %%', b: 'x' })).toBe(
      '{\\{b}} {\\{cursor}} %% tier 9 %% x',
    );
    expect(renderTemplate('{{a}}', { a: '{{cursor}}' }).cursor).toBeNull();
    expect(text('- {{a}}', { a: 'one\n- [ ] two' })).toBe('- one - [ ] two');
    expect(text('{{constructor}} {{__proto__}}', {})).toBe('{{constructor}} {{__proto__}}');
  });

  it('repeats the line of a list, and keeps one bare line for an empty one', () => {
    expect(text('## Asks\n- {{asks}}\nend', { asks: ['A', 'B'] })).toBe('## Asks\n- A\n- B\nend');
    expect(text('- {{asks}}\n', { asks: [] })).toBe('- \n');
  });

  it('leaves out lines with nothing to say, and a blank line with them', () => {
    expect(text('a\n\n- Owner: {{owner?}}\n\nb\n', { owner: '' })).toBe('a\n\nb\n');
    expect(text('- Owner: {{owner?}}\n', { owner: 'Ann' })).toBe('- Owner: Ann\n');
  });

  it('keeps lines for their launch tiers', () => {
    const template = 'all\none %% tier 1 %%\ntwo %% tier 1-2 %%\nthree %% tier 1, 3 %%\n';
    expect([1, 2, 3].map((tier) => text(template, {}, tier))).toEqual([
      'all\none\ntwo\nthree\n',
      'all\ntwo\n',
      'all\nthree\n',
    ]);
    expect(text(template)).toBe('all\none\ntwo\nthree\n');
  });

  it('says where typing starts', () => {
    expect(renderTemplate('a {{b}}\r\n- {{cursor}}\r\n', { b: 'long' })).toEqual({
      text: 'a long\r\n- \r\n',
      cursor: 10,
    });
  });

  it('quotes values in properties', () => {
    expect(
      text('---\nowner: {{o}}\nname: "{{n}}"\nday: {{d}}\n---\n{{o}}', {
        o: '[[Ann]]',
        n: 'a "b" \\ c',
        d: '2026-02-01',
      }),
    ).toBe('---\nowner: "[[Ann]]"\nname: "a \\"b\\" \\\\ c"\nday: 2026-02-01\n---\n[[Ann]]');
  });

  it('without placeholders stays byte for byte, line ends and byte order mark included', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('\r\n', '\n', '---\n', '<% x %>', '{{date:YYYY-MM}}', '\ufeff', '%% note %%'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const source = pieces
          .join('')
          .replace(/\{\{[ \t]*[a-z][a-z_]*\??[ \t]*\}\}/g, '')
          .split('\u0000')
          .join('')
          .replace(/%%[ \t]*tiers?/gi, '');
        fc.pre(placeholdersOf(source).size === 0);
        expect(text(source, { release: 'x', target: 'y' })).toBe(source);
      }),
      { numRuns: 500 },
    );
  });
});
