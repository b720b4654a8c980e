import { Form } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import {
  Button,
  clockOf,
  DefaultSubmit,
  EmptyState,
  Notice,
  peaksFrom,
  SaveState,
  Toolbar,
  usePreview,
  useUnsavedWarning,
  Waveform,
  WaveHandle,
} from '@residency/ui/studio'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { TrackLine } from './track-line.tsx'
import { changed, inOrder, inserted, merged, parted, startOf, type TrackRow, without } from './track-rows.ts'
import { useTrackRows } from './use-track-rows.ts'

interface Props {
  list: { mixId: string; version: number; durationMs: number; recordingId: string | null; snapsMs: number[] }
  first: TrackRow[]
  /** What stood there before a file was read: the first step back. */
  before: TrackRow[] | null
  busy: boolean
  /** Somebody else saved meanwhile. */
  stopped: boolean
}

/** The tracklist on the waveform: starts are dragged or typed, tracks put in, parted, merged and taken out, and every step can be undone. */
export function TrackEditor({ list, first, before, busy, stopped }: Props) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const { rows, set, undo, redo, canUndo, canRedo, newKey } = useTrackRows(first, before)
  const preview = usePreview(list.mixId, list.recordingId)
  const peaks = useMemo(() => peaksFrom(preview.peaks), [preview.peaks])
  const [current, setCurrent] = useState<string | null>(null)
  const touched = canUndo
  useUnsavedWarning(touched && !busy)
  const { durationMs } = list
  const position = Math.round(preview.positionMs)
  const snaps = useMemo(() => [...list.snapsMs, position], [list.snapsMs, position])

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
    if (isCommand) {
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
      return
    }
    if (!event.altKey || current === null) return
    const next = stepOf(event.key, current)
    if (!next) return
    event.preventDefault()
    set(next)
  }
  const stepOf = (key: string, of: string): TrackRow[] | null => {
    if (key === 'Enter') return parted(rows, of, newKey(), position, durationMs)
    if (key === 'Backspace') return without(rows, of)
    if (key === 'm') return merged(rows, of)
    return key === 'p' ? inOrder(changed(rows, of, { start: clockOf(position) })) : null
  }

  return (
    <Form method="post" onKeyDown={onKeyDown} className="track-editor">
      <DefaultSubmit name="intent" value="save" />
      <input type="hidden" name="expectedVersion" value={list.version} />
      <Toolbar
        label={t('parts.tracks')}
        sticky
        end={
          <>
            <Button weight="quiet" onClick={undo} disabled={!canUndo} title="Ctrl Z">
              {t('bulk.undo')}
            </Button>
            <Button weight="quiet" onClick={redo} disabled={!canRedo} title="Ctrl Shift Z">
              {t('redo')}
            </Button>
            <Button type="submit" name="intent" value="save" weight="main" busy={busy}>
              {t('save')}
            </Button>
          </>
        }
      >
        <SaveState state={busy ? 'saving' : touched ? 'unsaved' : 'saved'} />
        <span className="cut-time">{t('tracks', { count: rows.length })}</span>
      </Toolbar>
      {stopped ? <Notice tone="bad">{t('tracklist.stopped')}</Notice> : null}
      <div className="cut-row">
        <Button onClick={preview.toggle} disabled={preview.state !== 'ready'} aria-pressed={preview.playing}>
          {preview.playing ? t('pausePreview') : t('playPreview')}
        </Button>
        <span className="cut-time">
          {format.clock(position)} / {format.clock(durationMs)}
        </span>
        <Button onClick={() => set(inserted(rows, newKey(), position))} disabled={durationMs === 0}>
          {t('tracklist.addAt', { time: format.clock(position) })}
        </Button>
      </div>
      {durationMs > 0 ? (
        <Waveform label={t('seek')} peaks={peaks} durationMs={durationMs} positionMs={position} onSeek={preview.seek}>
          {rows.map((row, at) => (
            <WaveHandle
              key={row.key}
              label={t('tracklist.startOf', { number: at + 1, title: row.isUnknown ? t('tracklist.unknown') : row.title })}
              mark={String(at + 1)}
              ms={Math.min(durationMs, startOf(row))}
              durationMs={durationMs}
              snaps={snaps}
              current={row.key === current}
              onFocus={() => setCurrent(row.key)}
              onMove={(ms, done) => {
                const moved = changed(rows, row.key, { start: clockOf(Math.min(ms, durationMs - 1)) })
                set(done ? inOrder(moved) : moved, `start-${row.key}`, done)
              }}
            />
          ))}
        </Waveform>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t('tracklist.none')}>{t('tracklist.noneText')}</EmptyState>
      ) : (
        <ol className="track-rows">
          {rows.map((row, at) => (
            <TrackLine
              key={row.key}
              row={row}
              at={at}
              isLast={at === rows.length - 1}
              isCurrent={row.key === current}
              onFocus={() => setCurrent(row.key)}
              onChange={(to, about) => set(changed(rows, row.key, to), about)}
              onSettle={() => {
                const ordered = inOrder(rows)
                if (ordered.some((one, place) => one !== rows[place])) set(ordered, `start-${row.key}`, true)
              }}
              onPlay={() => preview.seek(startOf(row))}
              onPart={() => set(parted(rows, row.key, newKey(), position, durationMs))}
              onMerge={() => set(merged(rows, row.key))}
              onRemove={() => set(without(rows, row.key))}
            />
          ))}
        </ol>
      )}
      <p className="field-hint">{t('tracklist.keys')}</p>
    </Form>
  )
}
