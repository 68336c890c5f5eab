/** The Prefer header, its values read without regard to case. */
export type Preferences = {
  /** As sent: "Romance Standard Time"; null when not asked for. */
  readonly timeZone: string | null
  readonly bodyType: 'text' | 'html' | null
  readonly immutableIds: boolean
  readonly maxPageSize: number | null
  readonly nonIndexedAllowed: boolean
  readonly respondAsync: boolean
}

/** Reads `name="value"` pairs divided by commas or semicolons; what is unknown has no effect, as the header is a wish. */
export function readPreferences(header: string | null): Preferences {
  const wishes = new Map<string, string>()
  for (const [, name = '', quoted, plain] of (header ?? '')
    .slice(0, 2_000)
    .matchAll(/([\w.-]+)\s*(?:=\s*(?:"([^"]*)"|([^",;\s]*)))?/g)) {
    wishes.set(name.toLowerCase(), quoted ?? plain ?? '')
  }
  const bodyType = wishes.get('outlook.body-content-type')?.toLowerCase()
  const size = Number(wishes.get('odata.maxpagesize') ?? wishes.get('maxpagesize') ?? Number.NaN)
  return {
    timeZone: wishes.get('outlook.timezone') ?? null,
    bodyType: bodyType === 'text' || bodyType === 'html' ? bodyType : null,
    immutableIds: wishes.get('idtype')?.toLowerCase() === 'immutableid',
    maxPageSize: Number.isInteger(size) && size > 0 ? Math.min(size, 1_000) : null,
    nonIndexedAllowed: [...wishes.keys()].some(
      (name) => name === 'honornonindexedquerieswarningmayfailrandomly' || name === 'allowthrottleablequeries',
    ),
    respondAsync: wishes.has('respond-async'),
  }
}
