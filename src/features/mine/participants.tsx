import type { Forum } from '../../domain/forum/forum.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './mine.module.css'

/** Who belongs to the forum, by organisation; answers are counted when the own calendar's entry tells them. */
export function Participants({
  answers,
  forum,
}: {
  answers: { readonly yes: number; readonly no: number } | null
  forum: Forum
}) {
  const texts = useTexts()
  const members = forum.members.filter((member) => member.role !== 'secretary')
  return (
    <section aria-label={texts.mine.participants} className={`${styles['mine']} ${styles['aside']}`}>
      <h2 className={styles['title']}>{texts.mine.participants}</h2>
      {answers ? <p>{texts.mine.counts(answers.yes, answers.no)}</p> : null}
      <details>
        <summary>{texts.mine.memberCount(members.length)}</summary>
        <ul className={styles['list']}>
          {members.map((member) => (
            <li key={member.mail}>
              {member.name}, {member.organisation}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
