import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { Instant } from '../../shared/ids.ts'
import type { ForumPlan } from '../../workflows/ports.ts'

/** A meeting that is over, with the forum it was held in. */
export type ArchivedMeeting = { readonly plan: ForumPlan; readonly meeting: Meeting }

/** All meetings that are over, newest first; dates that were moved are no meetings. */
export function archivedMeetings(plans: readonly ForumPlan[], now: Instant): readonly ArchivedMeeting[] {
  return plans
    .flatMap((plan) => plan.meetings.map((meeting) => ({ plan, meeting })))
    .filter(({ meeting }) => meeting.status !== 'moved' && meeting.end <= now)
    .sort((a, b) => b.meeting.start.localeCompare(a.meeting.start))
}
