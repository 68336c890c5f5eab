import { useQueryClient } from '@tanstack/react-query'
import { findMember } from '../../domain/forum/forum.ts'
import { formatInstantDay } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { reportRemoval } from '../../workflows/invitation-log.ts'
import type { TiedInvitation } from '../../workflows/judge-invitation.ts'
import { isStillStale } from '../../workflows/open-invitation.ts'
import { type Removal, removeStaleInvitation } from '../../workflows/remove-stale-invitation.ts'
import type { RemovalOffer } from '../stale-invitation/stale-notice.tsx'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'
import { useActor } from './use-ties.ts'

/** What may be done with a replaced invitation: removed from the own calendar and told to the secretariat, or nothing, with the reason. */
export function useRemoval(tied: TiedInvitation): RemovalOffer | null {
  const texts = useTexts()
  const { account, allowCalendarChange, calendar, clock, forum } = useServices()
  const client = useQueryClient()
  const actorOf = useActor()
  const { event, live } = tied
  // A tie that is only suggested is for a person to judge, so nothing is offered for removal on it.
  if (!event || tied.standing !== 'stale') return null
  if (event.isOrganizer) return { kind: 'refused', reason: texts.outlook.youAreOrganizer }
  const remove = async (): Promise<Removal | string> => {
    try {
      await allowCalendarChange()
      const removal = await removeStaleInvitation(calendar, event, async (fresh) =>
        isStillStale({ calendar, forum }, fresh, (await account()).mail, clock.now()),
      )
      if (removal !== 'youAreOrganizer' && removal !== 'nowLive') {
        const { mail } = await account()
        await reportRemoval(forum, tied, await actorOf(findMember(tied.forum, mail)))
      }
      return removal
    } catch (error) {
      return tellError(error, texts)
    } finally {
      await client.invalidateQueries({ queryKey: ['own-invitation'] })
      await client.invalidateQueries({ queryKey: ['own-stale'] })
      await client.invalidateQueries({ queryKey: ['log'] })
      // The list keeps the line with its outcome while it is looked at.
      await client.invalidateQueries({ queryKey: ['calendar-review'], refetchType: 'none' })
    }
  }
  const day = formatInstantDay(event.start, live.timeZone, texts.language)
  return { kind: 'offered', consequence: texts.outlook.removeConfirm(event.subject, day), remove }
}
