import { Form } from '@remix-run/react'
import type { RecordingView } from '@residency/domain/recordings'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, clockOf, markStyle, Notice, peaksFrom, TextInput, typedMs, usePreview, Waveform, WaveHandle } from '@residency/ui/studio'
import { useMemo, useState } from 'react'

type Cuttable = Pick<
  RecordingView,
  'recordingId' | 'playable' | 'stage' | 'durationMs' | 'trimStartMs' | 'trimEndMs' | 'silenceStartMs' | 'silenceEndMs' | 'originalKept'
>

/** Silence that is left at the ends: a recording that starts at once sounds cut. */
const keptSilenceMs = 300
/** Less silence than this is no reason to cut. */
const worthCuttingMs = 1_000

/** Hears a version, and cuts its ends: both are counted from the ends of the original, so that nothing is ever lost. */
export function TrimEditor({
  mixId,
  recording,
  busy,
  wrong,
}: {
  mixId: string
  recording: Cuttable
  busy: boolean
  wrong: Record<string, string>
}) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const { recordingId, trimStartMs, trimEndMs, originalKept } = recording
  const preview = usePreview(mixId, recording.playable ? recordingId : null)
  const peaks = useMemo(() => peaksFrom(preview.peaks), [preview.peaks])
  const heardMs = Math.max(0, (recording.durationMs ?? 0) - trimStartMs - trimEndMs)
  const [start, setStart] = useState(clockOf(trimStartMs))
  const [end, setEnd] = useState(clockOf(trimEndMs))
  // The drawing shows what this version holds: what was cut off before lies outside of it.
  const from = Math.max(0, (typedMs(start) ?? trimStartMs) - trimStartMs)
  const until = Math.min(heardMs, heardMs - Math.max(0, (typedMs(end) ?? trimEndMs) - trimEndMs))
  const suggested = {
    start: trimStartMs + silenceToCut(recording.silenceStartMs),
    end: trimEndMs + silenceToCut(recording.silenceEndMs),
  }
  const isSuggested = suggested.start > trimStartMs || suggested.end > trimEndMs
  return (
    <div className="trim">
      {preview.state === 'none' ? <Notice tone="plain">{t('notYetHeard')}</Notice> : null}
      {preview.state === 'failed' ? <Notice tone="bad">{t('previewFailed')}</Notice> : null}
      <div className="cut-row">
        <Button onClick={preview.toggle} disabled={preview.state !== 'ready'} aria-pressed={preview.playing}>
          {preview.playing ? t('pausePreview') : t('playPreview')}
        </Button>
        <span className="cut-time">
          {format.clock(preview.positionMs)} / {format.clock(heardMs)}
        </span>
      </div>
      <Waveform label={t('seek')} peaks={peaks} durationMs={heardMs} positionMs={preview.positionMs} onSeek={preview.seek}>
        <span className="cut-off" style={{ insetInlineStart: 0, width: markStyle(from, heardMs).insetInlineStart }} />
        <span className="cut-off" style={{ ...markStyle(until, heardMs), insetInlineEnd: 0 }} />
        {originalKept && heardMs > 0 ? (
          <>
            <WaveHandle
              label={t('trimStart')}
              mark="["
              ms={from}
              durationMs={heardMs}
              onMove={(ms) => setStart(clockOf(trimStartMs + Math.min(ms, until)))}
            />
            <WaveHandle
              label={t('trimEnd')}
              mark="]"
              ms={until}
              durationMs={heardMs}
              onMove={(ms) => setEnd(clockOf(trimEndMs + heardMs - Math.max(ms, from)))}
            />
          </>
        ) : null}
      </Waveform>
      {originalKept ? (
        <Form method="post" className="trim-form">
          <input type="hidden" name="recordingId" value={recordingId} />
          <TextInput
            name="startMs"
            label={t('trimStart')}
            value={start}
            onChange={(event) => setStart(event.target.value)}
            error={wrong.startMs ?? (typedMs(start) === null ? t('timeShape') : undefined)}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextInput
            name="endMs"
            label={t('trimEnd')}
            value={end}
            onChange={(event) => setEnd(event.target.value)}
            error={wrong.endMs ?? (typedMs(end) === null ? t('timeShape') : undefined)}
            inputMode="decimal"
            autoComplete="off"
          />
          {isSuggested ? (
            <Button
              weight="quiet"
              onClick={() => {
                setStart(clockOf(suggested.start))
                setEnd(clockOf(suggested.end))
              }}
            >
              {t('trimSuggested', { start: clockOf(suggested.start), end: clockOf(suggested.end) })}
            </Button>
          ) : null}
          <Button type="submit" name="intent" value="trim" disabled={busy}>
            {t('trim')}
          </Button>
          <p className="field-hint">{t('trimHint')}</p>
        </Form>
      ) : (
        <p className="field-hint">{t('trimNoOriginal')}</p>
      )}
    </div>
  )
}

/** In tenths, so that the suggestion reads like something a person would type. */
const silenceToCut = (silenceMs: number | null): number =>
  silenceMs === null || silenceMs < worthCuttingMs ? 0 : Math.floor((silenceMs - keptSilenceMs) / 100) * 100
