import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Enclosure } from '../../domain/enclosure/enclosure.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'

const EnclosureReader = lazy(async () => ({
  default: (await import('../enclosures/enclosure-reader.tsx')).EnclosureReader,
}))

type Opened =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'reading'; readonly enclosure: Enclosure; readonly bytes: ArrayBuffer }
  | { readonly kind: 'failed'; readonly sentence: string }

/** Opens an enclosure where it is best read: a PDF here in place of `children`, everything else outside. */
export function EnclosureOpener({
  children,
  onRead,
}: {
  children: (open: (enclosure: Enclosure) => void) => ReactNode
  onRead: (enclosure: Enclosure) => void
}) {
  const texts = useTexts()
  const { forum, host } = useServices()
  const [opened, setOpened] = useState<Opened>({ kind: 'nothing' })
  const tell = (error: unknown) => setOpened({ kind: 'failed', sentence: tellError(error, texts) })
  const openOutside = async (enclosure: Enclosure) => {
    const { content } = enclosure
    try {
      if (content.kind === 'url') await host.openLink(content.url)
      if (content.kind === 'file') await host.openLink(await forum.fileAddress(content.driveId, content.driveItemId))
      onRead(enclosure)
    } catch (error) {
      tell(error)
    }
  }
  const open = async (enclosure: Enclosure) => {
    const { content } = enclosure
    if (content.kind !== 'file' || !content.fileName.toLowerCase().endsWith('.pdf')) return openOutside(enclosure)
    setOpened({ kind: 'fetching' })
    try {
      const blob = await forum.readFile(content.driveId, content.driveItemId)
      setOpened({ kind: 'reading', enclosure, bytes: await blob.arrayBuffer() })
      onRead(enclosure)
    } catch (error) {
      tell(error)
    }
  }
  if (opened.kind === 'reading') {
    return (
      <Suspense fallback={<Placeholder label={texts.common.loading} lines={9} />}>
        <EnclosureReader
          bytes={opened.bytes}
          onClose={() => setOpened({ kind: 'nothing' })}
          onOpenOutside={() => openOutside(opened.enclosure)}
          title={opened.enclosure.title}
        />
      </Suspense>
    )
  }
  return (
    <>
      {opened.kind === 'fetching' ? <Placeholder label={texts.common.loading} lines={1} /> : null}
      {opened.kind === 'failed' ? <Notice intent="error">{opened.sentence}</Notice> : null}
      {children(open)}
    </>
  )
}
