import { useQuery } from '@tanstack/react-query'
import { type Forum, findMember, type Member } from '../../domain/forum/forum.ts'
import { useServices } from './services.ts'

/** Who I am in a forum; undefined while it is not known, and for people who are no members. */
export function useMe(forum: Forum | undefined): Member | undefined {
  const { account } = useServices()
  const { data } = useQuery({
    queryKey: ['account'],
    queryFn: account,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return forum && data ? findMember(forum, data.mail) : undefined
}
