import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button } from '@residency/ui/studio'
import { pauseUpload, removeFinished, removeUpload, retryUpload, type UploadView } from './uploads.ts'

/** The files on their way, each with how far, how fast, and what one can do about it. */
export function UploadList({ uploads }: { uploads: readonly UploadView[] }) {
  const { t } = useTranslation('studioMixes')
  if (uploads.length === 0) return null
  const done = uploads.filter(({ phase }) => phase === 'done').length
  const failed = uploads.filter(({ phase }) => phase === 'failed').length
  return (
    <section aria-label={t('upload.list')}>
      <ul className="upload-list">
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} />
        ))}
      </ul>
      <p className="uploads-sum" role="status">
        {t('upload.sum', { done, failed, pending: uploads.length - done - failed })}
      </p>
      {done + failed > 0 ? (
        <Button weight="quiet" onClick={removeFinished}>
          {t('upload.clear')}
        </Button>
      ) : null}
    </section>
  )
}

function UploadLine({ upload }: { upload: UploadView }) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const { id, name, bytes, sent, speed, phase, code, received } = upload
  const part = bytes > 0 ? Math.min(1, sent / bytes) : 0
  const own = code === 'unreadable' || code === 'store' ? t(`upload.${code}`) : ''
  const left = speed && speed > 0 ? ((bytes - sent) / speed) * 1_000 : null
  return (
    <li data-phase={phase}>
      <span className="upload-name">
        {name} <small>{format.bytes(bytes)}</small>
      </span>
      {phase === 'sending' || phase === 'offline' || phase === 'paused' ? (
        <>
          <progress value={part} max={1} aria-label={t('upload.progressOf', { name })}>
            {format.percent(part)}
          </progress>
          <span className="upload-figures">
            {format.percent(part)}
            {speed === null ? '' : ` · ${t('upload.speed', { amount: format.bytes(speed) })}`}
            {left === null || left < 60_000 ? '' : ` · ${t('upload.left', { time: format.duration(left) })}`}
          </span>
        </>
      ) : null}
      {phase === 'waiting' ? <Badge>{t('upload.waiting')}</Badge> : null}
      {phase === 'offline' ? <Badge tone="warn">{t('upload.offline')}</Badge> : null}
      {phase === 'paused' ? <Badge>{t('upload.paused')}</Badge> : null}
      {phase === 'finishing' ? <Badge tone="warn">{t('upload.finishing')}</Badge> : null}
      {phase === 'done' ? <Badge tone="good">{t('upload.done')}</Badge> : null}
      {phase === 'failed' ? <span className="upload-why">{own || upload.why || t('upload.noAnswer')}</span> : null}
      <span className="upload-tools">
        {phase === 'sending' || phase === 'offline' || phase === 'waiting' ? (
          <Button weight="quiet" onClick={() => pauseUpload(id)} aria-label={t('upload.pauseWhat', { name })}>
            {t('upload.pause')}
          </Button>
        ) : null}
        {phase === 'paused' ? (
          <Button weight="quiet" onClick={() => pauseUpload(id)} aria-label={t('upload.resumeWhat', { name })}>
            {t('upload.resume')}
          </Button>
        ) : null}
        {phase === 'failed' ? (
          <Button weight="quiet" onClick={() => retryUpload(id)} aria-label={t('upload.retryWhat', { name })}>
            {t('upload.retry')}
          </Button>
        ) : null}
        {received && upload.mixId === null ? <a href={`/studio/mixes/${received.mixId}`}>{t('upload.openMix')}</a> : null}
        {phase === 'done' || phase === 'finishing' ? null : (
          <Button weight="quiet" onClick={() => removeUpload(id)} aria-label={t('upload.giveUpWhat', { name })}>
            {t('upload.giveUp')}
          </Button>
        )}
      </span>
    </li>
  )
}
