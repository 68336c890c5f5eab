import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Member } from '../../domain/forum/forum.ts'
import type { LogEntry } from '../../domain/meeting/meeting-log.ts'
import type { ForumId, LogKey } from '../../shared/ids.ts'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import type { TieDecision } from '../../workflows/decide-tie.ts'
import type { Actor, InvitationMark } from '../../workflows/invitation-log.ts'
import { useAnnounce } from './happenings.tsx'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'

const touched = ['opened-invitation', 'calendar-review', 'log', 'plans', 'own-invitation', 'meeting'] as const

/** Reads anew whatever shows ties, after one has changed. */
export function useRefreshTies(): () => Promise<void> {
  const client = useQueryClient()
  return useMemo(
    () => async () => {
      await Promise.all(touched.map((name) => client.invalidateQueries({ queryKey: [name] })))
    },
    [client],
  )
}

/** Who I am in the words of the log. */
export function useActor(): (me: Pick<Member, 'organisation'> | undefined) => Promise<Actor> {
  const { account } = useServices()
  return useMemo(
    () => async (me) => {
      const { mail, name } = await account()
      return { name, mail, organisation: me?.organisation ?? '' }
    },
    [account],
  )
}

/** The secretariat's word on which invitation is which meeting; each answer can be undone from the toast. Failures come as sentences. */
export function useTies(me: Member | undefined) {
  const { forum, keys } = useServices()
  const texts = useLinkingTexts()
  const announce = useAnnounce()
  const refresh = useRefreshTies()
  const actorOf = useActor()
  return useMemo(() => {
    const undo = async (forumId: ForumId, entry: LogEntry): Promise<string | null> => {
      try {
        const { undoTie } = await import('../../workflows/decide-tie.ts')
        await undoTie(forum, forumId, entry, { actor: await actorOf(me), undoKey: keys.newKey() as LogKey })
        return null
      } catch (error) {
        return tellSaveError(error, texts)
      } finally {
        await refresh()
      }
    }
    const said = { belongs: texts.ties.confirmed, replaced: texts.ties.confirmedStale, none: texts.ties.rejected }
    return {
      undo,
      decide: async (
        mark: InvitationMark,
        decision: TieDecision,
        evidence: readonly string[],
      ): Promise<string | null> => {
        try {
          const { decideTie } = await import('../../workflows/decide-tie.ts')
          const logKey = keys.newKey() as LogKey
          const entry = await decideTie(forum, mark, decision, { actor: await actorOf(me), evidence, logKey })
          announce(said[decision.kind](mark.subject), () => void undo(decision.forumId, entry))
          return null
        } catch (error) {
          return tellSaveError(error, texts)
        } finally {
          await refresh()
        }
      },
    }
  }, [actorOf, announce, forum, keys, me, refresh, texts])
}
