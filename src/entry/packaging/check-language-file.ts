type LanguageSchema = {
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, { readonly maxLength?: number }>>
  readonly patternProperties?: Readonly<Record<string, { readonly maxLength?: number }>>
}

/**
 * Checks a language file of a Teams package by Microsoft's schema, read by ourselves: the schema's patterns are no
 * valid Unicode regular expressions, so that the validator that comes with it throws.
 */
export function checkLanguageFile(file: string, texts: object, schema: LanguageSchema): string[] {
  const { patternProperties = {}, properties = {}, required = [] } = schema
  const patterns = Object.entries(patternProperties).map(([pattern, rule]) => ({ pattern: new RegExp(pattern), rule }))
  const entries: [string, unknown][] = Object.entries(texts)
  const missing = required.filter((name) => !(name in texts)).map((name) => `${file} mangler "${name}".`)
  const faults = entries.flatMap(([name, text]) => {
    const rule = properties[name] ?? patterns.find(({ pattern }) => pattern.test(name))?.rule
    if (rule === undefined) return [`${file}: "${name}" er ikke en tekst, der kan oversættes.`]
    if (typeof text !== 'string') return [`${file}: "${name}" skal være en tekst.`]
    const limit = rule.maxLength
    return limit !== undefined && text.length > limit ? [`${file}: "${name}" er længere end ${limit} tegn.`] : []
  })
  return [...missing, ...faults]
}
