import type { RecordingView } from '@residency/domain/recordings'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Stat, Stats } from '@residency/ui/studio'

type Facts = Pick<
  RecordingView,
  'tempo' | 'key' | 'loudness' | 'format' | 'lossless' | 'sampleRate' | 'bitsPerSample' | 'bytes' | 'duplicateOf'
>

const sure = 0.75
const likely = 0.45

/** What was measured, and how sure we are of it. */
export function AudioFacts({ recording }: { recording: Facts }) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const { tempo, key, loudness, duplicateOf } = recording
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  const confidence = (value: number) => t(`confidence.${value >= sure ? 'sure' : value >= likely ? 'likely' : 'unsure'}`)
  const other = tempo?.alternatives.find(({ relation }) => relation !== 'other')
  const kind = [
    recording.format?.toUpperCase(),
    recording.sampleRate ? t('kilohertz', { value: format.number(recording.sampleRate / 1_000) }) : null,
    recording.bitsPerSample ? t('bits', { count: recording.bitsPerSample }) : null,
    recording.lossless ? t('lossless') : null,
  ].filter(Boolean)
  return (
    <>
      <Stats>
        <Stat
          label={t('facts.tempo')}
          value={tempo ? one(tempo.bpm) : '–'}
          note={
            tempo
              ? [confidence(tempo.confidence), other ? t('facts.or', { value: one(other.bpm) }) : ''].filter(Boolean).join(' · ')
              : t('facts.none')
          }
        />
        <Stat
          label={t('facts.key')}
          value={key ? [key.name, key.camelot].filter(Boolean).join(' · ') : '–'}
          note={key ? confidence(key.confidence) : t('facts.none')}
        />
        <Stat
          label={t('facts.loudness')}
          value={loudness ? t('facts.lufs', { value: one(loudness.lufs) }) : '–'}
          note={loudness ? t('facts.peak', { peak: one(loudness.truePeakDb), range: one(loudness.rangeLu) }) : t('facts.none')}
        />
        <Stat label={t('facts.file')} value={format.bytes(recording.bytes)} note={kind.join(' · ')} />
      </Stats>
      {duplicateOf ? (
        <p className="field-hint">
          {t('duplicate')} <a href={`/studio/mixes/${duplicateOf.mixId}/audio`}>{duplicateOf.mixTitle}</a>
        </p>
      ) : null}
    </>
  )
}
