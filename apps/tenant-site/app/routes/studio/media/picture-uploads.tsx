import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button, useUnsavedWarning } from '@residency/ui/studio'
import { type DragEvent, useCallback, useState } from 'react'
import { pictureTypes } from './picture-types.ts'
import { type Upload, useUploads } from './use-uploads.ts'

/** The library takes pictures by dropping or choosing, many at once, each with its own progress and its own answer. Needs scripts. */
export function PictureUploads({ mostBytes }: { mostBytes: number }) {
  const { t } = useTranslation('studioMedia')
  const format = useFormat()
  const [over, setOver] = useState(false)
  const refusalOf = useCallback(
    (file: File): string | null => {
      if (file.size > mostBytes) return t('uploads.tooLarge', { size: format.bytes(file.size), most: format.bytes(mostBytes) })
      // A browser that does not know the kind says nothing; the server looks into the file anyway.
      return file.type !== '' && !pictureTypes.includes(file.type) ? t('uploads.noPicture') : null
    },
    [mostBytes, t, format],
  )
  const { uploads, add, retry, clear } = useUploads(refusalOf)
  const pending = uploads.filter((upload) => upload.state === 'waiting' || upload.state === 'sending').length
  const failed = uploads.filter((upload) => upload.state === 'failed').length
  const done = uploads.length - pending - failed
  useUnsavedWarning(pending > 0)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }
  return (
    <div className="uploads">
      {/* The label opens the file dialog for pointer and keyboard alike; dropping is a second way. */}
      <label
        className="drop"
        data-over={over ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <input
          type="file"
          multiple
          accept={pictureTypes.join(',')}
          onChange={(event) => {
            add(event.target.files ?? [])
            event.target.value = ''
          }}
        />
        <strong>{t('uploads.choose')}</strong>
        <span>{t('uploads.drop')}</span>
      </label>
      <p role="status" className="uploads-sum">
        {uploads.length > 0 ? t('uploads.sum', { done, failed, pending }) : ''}
      </p>
      {uploads.length > 0 ? (
        <>
          <ul className="upload-list">
            {uploads.map((upload) => (
              <UploadLine key={upload.key} upload={upload} onRetry={() => retry(upload.key)} />
            ))}
          </ul>
          {pending === 0 ? (
            <Button weight="quiet" onClick={clear}>
              {t('uploads.clear')}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function UploadLine({ upload, onRetry }: { upload: Upload; onRetry: () => void }) {
  const { t } = useTranslation('studioMedia')
  const format = useFormat()
  const { file, state, sent, why } = upload
  return (
    <li>
      <span className="upload-name">
        {file.name} <small>{format.bytes(file.size)}</small>
      </span>
      {state === 'waiting' ? <Badge>{t('uploads.waiting')}</Badge> : null}
      {state === 'sending' && sent < 1 ? (
        <progress value={sent} max={1} aria-label={t('uploads.sending', { name: file.name })}>
          {format.percent(sent)}
        </progress>
      ) : null}
      {state === 'sending' && sent >= 1 ? <Badge tone="warn">{t('uploads.looking')}</Badge> : null}
      {state === 'done' ? <Badge tone="good">{t('uploads.done')}</Badge> : null}
      {state === 'failed' ? (
        <>
          <span className="upload-why">{why || t('uploads.noAnswer')}</span>
          <Button weight="quiet" onClick={onRetry} aria-label={t('uploads.retryWhat', { name: file.name })}>
            {t('uploads.retry')}
          </Button>
        </>
      ) : null}
    </li>
  )
}
