import { useQuery } from '@tanstack/react-query'
import { type Forum, findMember, type Member } from '../../domain/forum/forum.ts'
import type { Account } from '../../hosts/host.ts'
import { useServices } from './services.ts'

/** Who is signed in to the forum's tenant; undefined until it is known. */
export function useAccount(): Account | undefined {
  const { account } = useServices()
  const { data } = useQuery({
    queryKey: ['account'],
    queryFn: account,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data
}

/** Who I am in a forum; undefined while it is not known, and for people who are no members. */
export function useMe(forum: Forum | undefined): Member | undefined {
  const account = useAccount()
  return forum && account ? findMember(forum, account.mail) : undefined
}
