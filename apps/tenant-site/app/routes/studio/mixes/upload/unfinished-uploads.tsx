import { useRevalidator } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, Notice } from '@residency/ui/studio'
import { useState, useSyncExternalStore } from 'react'
import { giveUpUpload } from './upload-api.ts'
import { followUploads, noUploads, shownUploads } from './uploads.ts'

interface Unfinished {
  uploadId: string
  filename: string
  bytes: number
  fileMark: string
  expiresAt: string | Date
}

/** Uploads of an earlier visit: the browser forgot the file, the store kept what had arrived. Choosing the file again goes on there. */
export function UnfinishedUploads({ unfinished }: { unfinished: Unfinished[] }) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const { revalidate } = useRevalidator()
  const [gone, setGone] = useState<string[]>([])
  const running = new Set(useSyncExternalStore(followUploads, shownUploads, noUploads).map(({ fileMark }) => fileMark))
  const left = unfinished.filter(({ uploadId, fileMark }) => !gone.includes(uploadId) && !running.has(fileMark))
  if (left.length === 0) return null
  const giveUp = async (uploadId: string) => {
    setGone((before) => [...before, uploadId])
    await giveUpUpload(uploadId).catch(() => setGone((before) => before.filter((id) => id !== uploadId)))
    revalidate()
  }
  return (
    <Notice tone="plain" title={t('upload.unfinished', { count: left.length })}>
      <p>{t('upload.unfinishedText')}</p>
      <ul className="upload-list">
        {left.map(({ uploadId, filename, bytes, expiresAt }) => (
          <li key={uploadId}>
            <span className="upload-name">
              {filename} <small>{format.bytes(bytes)}</small>
            </span>
            <span className="upload-figures">{t('upload.keptUntil', { date: format.date(String(expiresAt), { style: 'medium' }) })}</span>
            <span className="upload-tools">
              <Button weight="quiet" onClick={() => giveUp(uploadId)} aria-label={t('upload.giveUpWhat', { name: filename })}>
                {t('upload.giveUp')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
