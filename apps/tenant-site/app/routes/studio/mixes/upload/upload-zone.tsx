import { useRevalidator } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Notice } from '@residency/ui/studio'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { UploadList } from './upload-list.tsx'
import { addUploads, followArrivals, followUploads, noUploads, shownUploads } from './uploads.ts'

interface Props {
  /** Endings for the file chooser. */
  accept: string
  /** The mix whose audio is replaced; without it each file makes a draft. */
  mixId?: string
  label: string
  hint: string
}

/** Files dropped anywhere on the page, or chosen; needs scripts, and says so where there are none. */
export function UploadZone({ accept, mixId, label, hint }: Props) {
  const { t } = useTranslation('studioMixes')
  const all = useSyncExternalStore(followUploads, shownUploads, noUploads)
  const uploads = mixId ? all.filter((upload) => upload.mixId === mixId) : all
  const { revalidate } = useRevalidator()
  const over = useDrops((files) => addUploads(mixId ? files.slice(0, 1) : files, mixId ?? null))
  useEffect(() => followArrivals(() => revalidate()), [revalidate])
  return (
    <div className="uploads">
      <noscript>
        <Notice tone="plain">{t('upload.noScripts')}</Notice>
      </noscript>
      {/* The label opens the file dialog for pointer and keyboard alike; dropping is a second way. */}
      <label className="drop" data-over={over ? '' : undefined}>
        <input
          type="file"
          multiple={!mixId}
          accept={accept}
          onChange={(event) => {
            addUploads([...(event.target.files ?? [])], mixId ?? null)
            event.target.value = ''
          }}
        />
        <strong>{label}</strong>
        <span>{hint}</span>
      </label>
      <UploadList uploads={uploads} />
    </div>
  )
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Whether files are held over the window; a drop anywhere in it counts. */
function useDrops(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const events = new AbortController()
    const { signal } = events
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    addEventListener('dragenter', onOver, { signal })
    addEventListener('dragover', onOver, { signal })
    // Between elements of the page it leaves to somewhere; out of the window to nowhere.
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal })
    addEventListener(
      'drop',
      (event) => {
        setOver(false)
        if (!holdsFiles(event)) return
        event.preventDefault()
        latest.current([...(event.dataTransfer?.files ?? [])])
      },
      { signal },
    )
    return () => events.abort()
  }, [])
  return over
}
