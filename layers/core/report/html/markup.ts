/** HTML from values: text is escaped unless it is markup already, so that nothing an API answered can become part of the page. */

/** Markup that was made here, never text from elsewhere. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | null | undefined | readonly Part[];

const ENTITIES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What HTML cannot hold, or what turns the direction of a line, is shown as its number. */
const shown = (sign: string): string => ENTITIES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

// The C0 and C1 controls but for tab and line breaks, and the marks of bidirectional text (CVE-2021-42574).
const UNSAFE = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

export const escaped = (text: string): string => text.toWellFormed().replaceAll(UNSAFE, shown);

const partOf = (part: Part): string => {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(partOf).join('');
};

/** Puts parts into a template of markup; attributes must stand in double quotes. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.reduce((text, next, at) => `${text}${partOf(parts[at - 1])}${next}`),
});

export const NOTHING: Markup = { markup: '' };

/** A heading with what stands below it; nothing where there is nothing. */
export const section = (id: string, title: string, body: readonly Markup[]): Markup =>
  body.length === 0
    ? NOTHING
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        ${body}
      </section> `;

/** A table that can be scrolled with the keyboard where it is wider than the page. */
export const tableOf = (caption: string, head: readonly string[], rows: readonly (readonly Part[])[]): Markup =>
  html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((value) => html`<td>${value}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;
