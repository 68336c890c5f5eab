import type { LinkingPart } from '../da/linking.ts'
import { calendarFile } from './calendar-file.ts'
import { log } from './log.ts'
import { moving } from './moving.ts'
import { stale } from './stale.ts'
import { ties } from './ties.ts'

/** The sentences about invitations, moves and the log, in English. */
export const linkingEn: LinkingPart = { calendarFile, log, moving, stale, ties }
