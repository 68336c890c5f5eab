/** What a document may link to; everything else (scripts, files of the writer's machine) is dropped. */
const allowedSchemes = ['http:', 'https:', 'mailto:']

/** The link as an absolute URL or "#place"; null when it is neither or not safe to offer. */
export function safeHref(target: string | null | undefined): string | null {
  const trimmed = target?.trim() ?? ''
  if (trimmed === '' || trimmed.length > 4_000) return null
  if (trimmed.startsWith('#')) return trimmed.length > 1 ? trimmed : null
  const withScheme = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(withScheme)?.[1]?.toLowerCase()
  return scheme !== undefined && allowedSchemes.includes(scheme) ? withScheme : null
}
