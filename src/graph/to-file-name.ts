const LONGEST_NAME = 120
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|desktop\.ini|\.lock)$/i

/**
 * A name SharePoint takes, as near to the given one as can be: the characters it refuses become "-", the ending is kept
 * when the name is cut to 120 characters. Source: "Restrictions and limitations in OneDrive and SharePoint".
 */
export function toFileName(given: string): string {
  // Control characters, found by their code.
  const printable = [...given.normalize('NFC')].filter((sign) => (sign.codePointAt(0) ?? 0) >= 32).join('')
  const allowed = printable
    .replace(/["*:<>?/\\|#%]/g, '-')
    .replace(/_vti_/gi, '-')
    .replace(/^[\s~]+|[\s.]+$/g, '')
  const ending = /\.[a-z0-9]{1,8}$/i.exec(allowed)?.[0] ?? ''
  const stem = allowed.slice(0, allowed.length - ending.length).slice(0, LONGEST_NAME - ending.length)
  const name = stem.trim() + ending
  return name === '' || RESERVED.test(name) ? `fil-${name}` : name
}
