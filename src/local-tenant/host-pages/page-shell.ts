import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** What a render function gives: markup with everything from outside escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** The words that say what this is, on every page. */
export const localBadge: Markup = html`<span class="badge">Lokal lejer – opfundne data</span>`

/** A whole page. `scripts` and `styles` are names under /local/assets/; nothing is written inline. */
export function renderPage(page: {
  readonly title: string
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  readonly theme: string | null
  readonly setup: object | null
  readonly body: Markup
}): Markup {
  return html`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="data:,">
${['host.css', ...page.styles].map((name) => html`<link rel="stylesheet" href="/local/assets/${name}">`)}
${page.setup === null ? '' : html`<script type="application/json" id="setup">${raw(toScriptJson(page.setup))}</script>`}
${page.scripts.map((name) => html`<script type="module" src="/local/assets/${name}"></script>`)}
</head>
<body data-theme="${page.theme ?? ''}">
${page.body}
</body>
</html>`
}

/** A line for what the host does, spoken by screen readers when it changes. */
export const announcementLine: Markup = html`<p class="announcement" id="announcement" role="status" hidden></p>`

// "<" cannot end the script element when it is written as an escape.
function toScriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** A page for an address that names nothing we have: what is wrong, and the way on. */
export function renderProblem(title: string, advice: string): Markup {
  return renderPage({
    title: `${title} – Mødetråd lokalt`,
    styles: ['front.css'],
    scripts: [],
    theme: null,
    setup: null,
    body: html`<main class="front">
<header><h1>${title}</h1>${localBadge}</header>
<p class="lead">${advice}</p>
<p><a class="button" href="/">Til forsiden</a></p>
</main>`,
  })
}

/** A select for the page's theme. */
export function renderThemeChoice(
  themes: readonly (readonly [value: string, label: string])[],
  chosen: string,
): Markup {
  return html`<label>Tema <select id="theme" name="theme">${themes.map(
    ([value, label]) => html`<option value="${value}" ${value === chosen ? raw('selected') : ''}>${label}</option>`,
  )}</select></label>`
}
