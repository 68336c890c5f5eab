import { compareRanks } from '../../domain/agenda/rank.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { originalsOf } from '../../workflows/keep-original.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { EnclosureList } from '../enclosures/enclosure-list.tsx'
import { EnclosureOpener } from './enclosure-opener.tsx'
import styles from './panes.module.css'
import { useReading } from './use-reading.ts'

/** All enclosures of the meeting, under the items they belong to, and the documents it was read from. */
export function EnclosuresPane({ live, mayEdit, record }: { live: Meeting; mayEdit: boolean; record: MeetingRecord }) {
  const texts = useTexts()
  const reading = useReading(record)
  const isDraft = live.agendaState === 'draft' || live.agendaState === 'none'
  const originals = originalsOf(record.enclosures, live.key).filter(
    ({ openness }) => mayEdit || (!isDraft && openness === 'open'),
  )
  const groups = [...record.items]
    .sort(compareRanks)
    .map((item) => ({ item, enclosures: record.enclosures.filter((enclosure) => enclosure.itemKey === item.key) }))
    .filter(({ enclosures }) => enclosures.length > 0)
  if (groups.length === 0 && originals.length === 0) return <p className={styles['pane']}>{texts.enclosures.empty}</p>
  return (
    <EnclosureOpener onRead={reading.markEnclosure}>
      {(open) => (
        <div className={styles['pane']}>
          {groups.map(({ enclosures, item }) => (
            <section key={item.key}>
              <h2 className={styles['title']}>{texts.agenda.item(item.number, item.title)}</h2>
              <EnclosureList
                enclosures={enclosures}
                isNew={reading.isEnclosureNew}
                label={texts.enclosures.forItem(item.title)}
                onOpen={open}
              />
            </section>
          ))}
          {originals.length > 0 ? (
            <section>
              <h2 className={styles['title']}>{texts.enclosures.originals}</h2>
              <EnclosureList
                enclosures={originals}
                isNew={() => false}
                label={texts.enclosures.originals}
                onOpen={open}
              />
            </section>
          ) : null}
        </div>
      )}
    </EnclosureOpener>
  )
}
