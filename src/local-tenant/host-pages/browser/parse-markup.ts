const styleBlock = /<style\b[\s\S]*?(?:<\/style>|$)/gi
const openingTag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi
const styleAttribute = /\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi

/**
 * Parses the HTML of a mail or an invitation. Its styles go before that: a page's policy counts for what it parses as
 * well, and would complain of each.
 */
export function parseMarkup(html: string): HTMLElement {
  const unstyled = html.replace(styleBlock, '').replace(openingTag, (tag) => tag.replace(styleAttribute, ''))
  return new DOMParser().parseFromString(unstyled, 'text/html').body
}
