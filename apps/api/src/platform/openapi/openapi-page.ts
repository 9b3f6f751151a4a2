import { API_PREFIX, type Endpoint } from '@rounds/contracts/endpoint';
import { z } from 'zod';
import { html, type SafeHtml } from '../http/html.ts';

/** The API as a page to read: no script, and the style of the sign-in pages (its address; null: none). */
export function openapiPage(endpoints: readonly Endpoint[], stylesheet: string | null): string {
  const groups = [...Map.groupBy(endpoints, ({ audience }) => audience)];
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>API – Rounds</title>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        ${stylesheet !== null && html`<link rel="stylesheet" href="${stylesheet}" />`}
      </head>
      <body>
        <main class="page stack loose">
          <h1>The Rounds API</h1>
          <p>
            Every endpoint lies under <code>${API_PREFIX}</code>. Sign in for a session cookie. Refusals are RFC 9457
            problem documents; branch on their <code>code</code>. For machines:
            <a href="/api/openapi.json">openapi.json</a>.
          </p>
          <nav aria-label="Audiences">
            <ul class="places">
              ${groups.map(([audience]) => html`<li><a href="#${audience}">${audience}</a></li>`)}
            </ul>
          </nav>
          ${groups.map(
            ([audience, list]) =>
              html`<section class="stack loose" id="${audience}">
                <h2>${audience}</h2>
                ${list.map(entry)}
              </section>`,
          )}
        </main>
      </body>
    </html>`.text;
}

function entry(endpoint: Endpoint): SafeHtml {
  const who = typeof endpoint.policy === 'string' ? endpoint.policy : endpoint.policy.join(', ');
  return html`<article class="stack tight mail">
    <h3><code>${endpoint.method} ${API_PREFIX}${endpoint.path}</code></h3>
    <p>${endpoint.summary}.</p>
    <dl>
      <dt>May call</dt>
      <dd>${who}</dd>
      <dt>Audited as</dt>
      <dd>${endpoint.audit ?? 'not audited'}</dd>
      <dt>Refusals</dt>
      <dd>${endpoint.problems.join(', ') || 'the common ones'}</dd>
    </dl>
    ${schema('Query', endpoint.query, 'input')}${schema('Body', endpoint.body, 'input')}${endpoint.responseType === 'application/json' ? schema('Answer', endpoint.response, 'output') : html`<p>Answer: ${endpoint.responseType}</p>`}
  </article>`;
}

function schema(title: string, shape: Endpoint['body'], io: 'input' | 'output'): SafeHtml | null {
  const json = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  if (Object.keys(json.properties ?? {}).length === 0) return null;
  return html`<details class="fold link">
    <summary>${title}</summary>
    <pre class="in schema" tabindex="0" role="group" aria-label="${title}, as JSON Schema">
${JSON.stringify(json, null, 2)}</pre>
  </details>`;
}
