import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../site/format.ts'
import { startHref } from '../rules/start-time.ts'
import { Time } from './bar.tsx'
import { CloseView } from './close-view.tsx'
import { Cover } from './cover.tsx'
import { usePlayer, usePlayerState, useTrack } from './hooks.ts'
import { Icon } from './icons.tsx'
import { Modal } from './modal.tsx'
import { QueuePanel } from './queue-panel.tsx'
import { RemotePlay } from './remote-play.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { SoundPanel } from './sound-panel.tsx'
import { TracksPanel } from './tracks-panel.tsx'
import { Transport } from './transport.tsx'
import type { Tab } from './view-state.ts'
import { Volume } from './volume.tsx'
import { WaveView } from './wave-view.tsx'

const tabs: readonly Tab[] = ['tracks', 'queue', 'sound', 'settings']
const panels = { tracks: TracksPanel, queue: QueuePanel, sound: SoundPanel, settings: SettingsPanel }

function Share() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { mix } = usePlayerState()
  const [copied, setCopied] = useState(false)
  if (!mix) return null
  const share = async () => {
    const url = new URL(startHref(mix.href, engine.positionMs), location.origin).href
    try {
      if (navigator.share) return await navigator.share({ title: mix.title, url })
      await navigator.clipboard.writeText(url)
      setCopied(true)
      setTimeout(() => setCopied(false), 2_000)
    } catch {
      // Closed without sharing.
    }
  }
  return (
    <button type="button" className="pl-word" onClick={share}>
      <Icon name="share" />
      <span aria-live="polite">{copied ? t('share.copied') : t('share.here')}</span>
    </button>
  )
}

function Tabs({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const { t } = useTranslation('player')
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = step ? tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] : undefined
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    onTab(next)
    document.getElementById(`pl-tab-${next}`)?.focus()
  }
  return (
    <div className="pl-tabs" role="tablist" aria-label={t('more')} onKeyDown={onKeyDown}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`pl-tab-${name}`}
          aria-selected={name === tab}
          aria-controls="pl-panel"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {t(`tab.${name}`)}
        </button>
      ))}
    </div>
  )
}

/** The whole player: cover, waveform, controls, and beside or below them the tracks, the queue, the sound room and the settings. */
export function Sheet({ tab, onTab, onClose }: { tab: Tab; onTab: (tab: Tab) => void; onClose: () => void }) {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { mix, queue } = usePlayerState()
  const item = queue.items[queue.at]
  const at = useTrack()
  const track = mix?.tracks[at]
  const Panel = panels[tab]
  const tone = mix?.artwork?.tone
  return (
    <Modal label={t('label')} className="pl-sheet" onClose={onClose}>
      <header className="pl-sheet-head">
        <button type="button" className="pl-key" onClick={onClose} aria-label={t('close')}>
          <Icon name="down" />
        </button>
        <RemotePlay />
      </header>
      <div className="pl-now" style={tone ? ({ '--tone': tone } as Record<string, string>) : undefined}>
        <Cover src={mix?.artwork?.src ?? item?.artwork ?? null} tone={tone} size={640} className="pl-art" />
        <div className="pl-now-words">
          <h2>{item?.href ? <a href={mix?.href ?? item.href}>{mix?.title ?? item.title}</a> : (mix?.title ?? item?.title)}</h2>
          <p className="pl-under">{track ? `${track.artist} – ${track.title}` : (mix?.artist ?? '')}</p>
        </div>
        <div className="pl-place">
          <WaveView />
          <CloseView />
          <p className="pl-times">
            <Time /> <time className="pl-time">{formatDuration(engine.durationMs)}</time>
          </p>
        </div>
        <Transport wide />
        <div className="pl-now-more">
          <Volume />
          <Share />
          {mix?.download ? (
            <a className="pl-word" href={mix.download.href} target="_blank" rel="noopener">
              {t('download')}
            </a>
          ) : null}
        </div>
      </div>
      <div className="pl-side">
        <Tabs tab={tab} onTab={onTab} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls has to be reached from the keyboard */}
        <div className="pl-panel" id="pl-panel" role="tabpanel" aria-labelledby={`pl-tab-${tab}`} tabIndex={0}>
          <Panel />
        </div>
      </div>
    </Modal>
  )
}
