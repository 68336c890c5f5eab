import { calendarFile } from './calendar-file.ts'
import type { Sentences } from './import-review.ts'
import { log } from './log.ts'
import { moving } from './moving.ts'
import { stale } from './stale.ts'
import { ties } from './ties.ts'

/** The sentences about invitations, moves and the log, in Danish. */
export const linkingDa = { calendarFile, log, moving, stale, ties } as const

/** Their shape: the same keys and arguments in every language. */
export type LinkingPart = Sentences<typeof linkingDa>
