import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge } from '@residency/ui/studio'

const stages = ['received', 'checked', 'measured', 'encoded', 'ready'] as const
type Stage = (typeof stages)[number] | 'failed'

interface Props {
  stage: Stage
  /** 0..1000 of the stage that runs. */
  progress: number
  failure: string | null
}

const failures = [
  'empty',
  'not_audio',
  'cut_off',
  'no_sound',
  'refers_elsewhere',
  'unsupported',
  'absurd',
  'too_long',
  'too_large',
  'took_too_long',
  'broken',
  'original_gone',
  'our_side',
] as const

/** Why the work stopped, in a DJ's words. */
export function useFailureWords(): (failure: string | null) => string {
  const { t } = useTranslation('studioMixes')
  return (failure) => t(`failure.${failures.find((name) => name === failure) ?? 'our_side'}`)
}

/** Where a recording is, in a line of a table. */
export function StageBadge({ recording: { stage, progress, failure } }: { recording: Props }) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const words = useFailureWords()
  if (stage === 'ready') return <Badge tone="good">{t('stage.ready')}</Badge>
  if (stage === 'failed')
    return (
      <span title={words(failure)}>
        <Badge tone="bad">{t('stage.failed')}</Badge>
      </span>
    )
  return (
    <Badge tone="live">
      {t(`running.${stage}`)} {format.percent(progress / 1_000)}
    </Badge>
  )
}

/** The way from the file to the fan, with what is done and what runs. */
export function StageTrack({ stage, progress, failedAt }: Omit<Props, 'failure'> & { failedAt: Stage | null }) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const reached = stage === 'failed' ? stages.indexOf((failedAt ?? 'checked') as (typeof stages)[number]) - 1 : stages.indexOf(stage)
  return (
    <ol className="stages" aria-label={t('stage.label')}>
      {stages.map((name, at) => {
        const state = at <= reached ? 'done' : at === reached + 1 ? (stage === 'failed' ? 'failed' : 'running') : 'ahead'
        return (
          <li key={name} data-state={state} aria-current={state === 'running' ? 'step' : undefined}>
            <span>{t(`stage.${name}`)}</span>
            <small>
              {state === 'done'
                ? t('stage.done')
                : state === 'running'
                  ? format.percent(progress / 1_000)
                  : state === 'failed'
                    ? t('stage.failed')
                    : ' '}
            </small>
          </li>
        )
      })}
    </ol>
  )
}
