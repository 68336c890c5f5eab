import type { FaultBoard } from './faults/fault-board.ts'
import type { TokenMint } from './identity/token-mint.ts'
import type { Store } from './store/database.ts'

/** What every handler works with. */
export type Service = {
  readonly store: Store
  readonly now: () => Date
  readonly faults: FaultBoard
  readonly tokens: TokenMint
}
