import { Button, Checkbox, Field, Select } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Forum } from '../../domain/forum/forum.ts'
import type { ForumId } from '../../shared/ids.ts'
import { formatSize } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Texts } from '../../ui/texts/da.ts'
import { useImportArchiveTexts } from '../../ui/texts/import-archive.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { agendaFileLimitBytes, isAgendaFileName } from '../../workflows/read-agenda-file.ts'
import { ArchiveProgress } from '../import-archive/archive-progress.tsx'
import type { Reasons } from '../import-archive/tell-entry.ts'
import { useHold } from './leave-guard.tsx'
import styles from './panes.module.css'
import { tellFailure } from './tell-failure.ts'
import { useArchiveImport } from './use-archive-import.ts'

/** Years of old documents into the archive: choose, watch, read the result. `forums` are those one may edit. */
export function ArchiveImport({ forums }: { forums: readonly Pick<Forum, 'id' | 'name'>[] }) {
  const texts = useTexts()
  const told = useImportArchiveTexts()
  const { clear, run, start, stop } = useArchiveImport()
  const [isStopping, setStopping] = useState(false)
  const isRunning = run.phase === 'running'
  useHold(isRunning ? told.leave : null)
  if (run.phase === 'choosing') return <ArchiveChoice forums={forums} onStart={start} />
  return (
    <>
      {run.ended ? <Notice intent="warning">{run.ended}</Notice> : null}
      <div className={styles['actions']}>
        {isRunning ? (
          <Button
            disabledFocusable={isStopping}
            onClick={() => {
              setStopping(true)
              stop()
            }}
          >
            {isStopping ? told.stopping : told.stop}
          </Button>
        ) : (
          <Button
            onClick={() => {
              setStopping(false)
              clear()
            }}
          >
            {told.again}
          </Button>
        )}
      </div>
      <ArchiveProgress all={run.all} entries={run.entries} isRunning={isRunning} reasons={reasonsIn(texts)} />
    </>
  )
}

function ArchiveChoice({
  forums,
  onStart,
}: {
  forums: readonly Pick<Forum, 'id' | 'name'>[]
  onStart: (forumId: ForumId, files: readonly File[], anyForum: boolean) => void
}) {
  const told = useImportArchiveTexts()
  const [forumId, setForumId] = useState(forums[0]?.id)
  const [anyForum, setAnyForum] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  const readable = files
    .filter(({ name }) => isAgendaFileName(name))
    .toSorted((a, b) => pathOf(a).localeCompare(pathOf(b), 'da'))
  const passedOver = files.length - readable.length
  return (
    <>
      <p>
        {told.hint} {told.closedHint}
      </p>
      {forums.length > 1 ? (
        <Field className={styles['narrow'] ?? ''} label={told.forum}>
          <Select onChange={(_, { value }) => setForumId(value as ForumId)} value={forumId}>
            {forums.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <div className={styles['actions']}>
        <FilesButton isFolder={true} label={told.chooseFolder} onChoose={setFiles} />
        <FilesButton isFolder={false} label={told.chooseFiles} onChoose={setFiles} />
      </div>
      <Checkbox checked={anyForum} label={told.anyForum} onChange={(_, { checked }) => setAnyForum(checked === true)} />
      {files.length > 0 && readable.length === 0 ? <Notice intent="error">{told.noFiles}</Notice> : null}
      {readable.length > 0 && passedOver > 0 ? <p>{told.passedOver(passedOver)}</p> : null}
      {readable.length > 0 && forumId ? (
        <div>
          <Button appearance="primary" onClick={() => onStart(forumId, readable, anyForum)}>
            {told.start(readable.length)}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function FilesButton({
  isFolder,
  label,
  onChoose,
}: {
  isFolder: boolean
  label: string
  onChoose: (files: readonly File[]) => void
}) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        aria-label={label}
        hidden
        multiple
        onChange={(picked) => {
          onChoose([...(picked.target.files ?? [])])
          picked.target.value = ''
        }}
        ref={picker}
        type="file"
        // React knows the attribute by no property.
        {...(isFolder ? { webkitdirectory: '' } : {})}
      />
      <Button onClick={() => picker.current?.click()}>{label}</Button>
    </>
  )
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name
}

function reasonsIn(texts: Texts): Reasons {
  const { unreadable } = texts.importing
  return {
    failure: (failure) => tellFailure(failure, texts),
    unreadable: (reason) =>
      reason === 'tooLarge'
        ? unreadable.tooLarge(formatSize(agendaFileLimitBytes, texts.language))
        : unreadable[reason],
  }
}
