// Wire answers are untrusted: these readers turn whatever came into a plain value, or say that it is not there.

/** The value as an object to look into; an empty one when it is no object. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** The value as a list; an empty one when it is none. */
export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as text, "" when it is none. Line ends become "\n": SharePoint gives notes back with "\r\n". */
export function readText(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
}

/** The value as text, null when it is none or empty: SharePoint leaves empty columns out. */
export function readTextOrNull(value: unknown): string | null {
  return readText(value) || null
}

/** The value as a finite number, null when it is none. */
export function readNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The value when it is one of the choices, else `otherwise`. */
export function readChoice<Choice extends string, Other>(
  value: unknown,
  choices: readonly Choice[],
  otherwise: Other,
): Choice | Other {
  return choices.find((choice) => choice === value) ?? otherwise
}
