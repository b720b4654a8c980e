import { Form } from '@remix-run/react'
import type { RecordingView } from '@residency/domain/recordings'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button } from '@residency/ui/studio'
import { useStudio } from '../layout.tsx'
import { StageBadge, useFailureWords } from './stage.tsx'

type Version = Pick<
  RecordingView,
  'recordingId' | 'number' | 'filename' | 'stage' | 'progress' | 'failure' | 'isCurrent' | 'originalKept' | 'trimStartMs' | 'trimEndMs'
> & { createdAt: string | Date }

/** Every version of the audio: which one fans hear, and the way back to an older one. */
export function AudioVersions({ recordings, busy }: { recordings: Version[]; busy: boolean }) {
  const { t } = useTranslation('studioMixes')
  const { timeZone } = useStudio()
  const format = useFormat()
  const words = useFailureWords()
  return (
    <ul className="versions">
      {recordings.map((one) => (
        <li key={one.recordingId}>
          <div>
            <strong>{t('version', { number: one.number })}</strong> {one.isCurrent ? <Badge tone="good">{t('heardNow')}</Badge> : null}{' '}
            <StageBadge recording={one} />
            <small>
              {[
                one.filename,
                format.dateTime(one.createdAt, { timeZone, style: 'medium' }),
                one.trimStartMs + one.trimEndMs > 0 ? t('trimmedBy', { time: format.clock(one.trimStartMs + one.trimEndMs) }) : '',
                one.originalKept ? '' : t('originalGone'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
            {one.stage === 'failed' ? <small className="field-error">{words(one.failure)}</small> : null}
          </div>
          <Form method="post" className="versions-tools">
            <input type="hidden" name="recordingId" value={one.recordingId} />
            {one.stage === 'failed' && one.originalKept ? (
              <Button type="submit" name="intent" value="retry" disabled={busy} aria-label={t('retryWhat', { number: one.number })}>
                {t('upload.retry')}
              </Button>
            ) : null}
            {one.stage === 'ready' && !one.isCurrent ? (
              <Button type="submit" name="intent" value="choose" disabled={busy} aria-label={t('chooseWhat', { number: one.number })}>
                {t('chooseVersion')}
              </Button>
            ) : null}
            {one.isCurrent ? null : (
              <Button
                type="submit"
                name="intent"
                value="delete"
                weight="quiet"
                disabled={busy}
                aria-label={t('deleteVersionWhat', { number: one.number })}
              >
                {t('deleteVersion')}
              </Button>
            )}
          </Form>
        </li>
      ))}
    </ul>
  )
}
