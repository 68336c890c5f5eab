/** One value of one column of one row. */
export type Spot = { readonly rowKey: string; readonly column: string }
type Write = Spot & { readonly client: string; readonly before: string | null; readonly after: string }

/**
 * What the clients of a model run wanted and were told, to hold against what the server has in the end.
 * Every text written is written once only, so that a text names its write.
 */
export class WriteLog {
  private readonly writes: Write[] = []
  private readonly acknowledged = new Set<string>()
  private readonly givenUp = new Set<string>()

  /** A client means to replace what it saw there by a new text. */
  meant(client: string, spot: Spot, before: string | null, after: string): void {
    this.writes.push({ ...spot, client, before, after })
  }

  /** The client was told that its text is safe: stored, or waiting. */
  told(after: string): void {
    this.acknowledged.add(after)
  }

  /** The person took the text back, or chose the other side's in a conflict. */
  gaveUp(after: string): void {
    this.givenUp.add(after)
  }

  /** Newest text this client meant for the spot. */
  lastOf(client: string, { rowKey, column }: Spot): string | null {
    const last = this.writes.findLast(
      (write) => write.client === client && write.rowKey === rowKey && write.column === column,
    )
    return last?.after ?? null
  }

  /** All this client wrote to a row. */
  textsOf(client: string, rowKey: string): readonly string[] {
    return this.writes.filter((write) => write.client === client && write.rowKey === rowKey).map(({ after }) => after)
  }

  /** Rows that were told to be safe, were not given up, and are not there. */
  missing(column: string, rowKeys: ReadonlySet<string>): string[] {
    const lost = this.writes.filter(
      (write) =>
        write.column === column &&
        !rowKeys.has(write.rowKey) &&
        this.acknowledged.has(write.after) &&
        !this.givenUp.has(write.after),
    )
    return lost.map(({ rowKey, after }) => `the row ${rowKey} with "${after}" was acknowledged and is lost`)
  }

  /**
   * Breaches in the history of one spot, oldest value first: a value nobody wrote over what stood there, as seen by its
   * writer (an overwriting), or a text told to be safe that never stood there and was not replaced by its own writer.
   */
  breaches(spot: Spot, history: readonly (string | null)[]): string[] {
    const own = this.writes.filter((write) => write.rowKey === spot.rowKey && write.column === spot.column)
    const steps = history.slice(1).map((value, index) => [history[index] ?? null, value ?? null] as const)
    const blind = steps
      .filter(
        ([from, to]) => from !== to && !own.some(({ after, client }) => after === to && leads(own, client, from, to)),
      )
      .map(([from, to]) => `${spot.column} of ${spot.rowKey}: "${to}" was written over "${from}" unseen`)
    const lost = own
      .filter(({ after, client }) => {
        const isSafe = this.acknowledged.has(after) && !this.givenUp.has(after)
        return isSafe && !history.includes(after) && !this.isReplacedByItsWriter(own, client, after)
      })
      .map(({ after }) => `${spot.column} of ${spot.rowKey}: "${after}" was acknowledged and is lost`)
    return [...blind, ...lost]
  }

  private isReplacedByItsWriter(own: readonly Write[], client: string, text: string): boolean {
    return own.some((write) => write.client === client && write.before === text && this.acknowledged.has(write.after))
  }
}

// Whether one client's own writes lead from one value to the other: several that waited are sent as one.
function leads(writes: readonly Write[], client: string, from: string | null, to: string | null): boolean {
  const reached = new Set([from])
  for (let grown = true; grown; ) {
    const next = writes.filter(
      ({ client: by, before, after }) => by === client && reached.has(before) && !reached.has(after),
    )
    grown = next.length > 0
    for (const { after } of next) reached.add(after)
  }
  return reached.has(to)
}
