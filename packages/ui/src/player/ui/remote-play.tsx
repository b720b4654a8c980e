import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlayer } from './hooks.ts'
import { Icon } from './icons.tsx'

type AirPlayAudio = HTMLAudioElement & { webkitShowPlaybackTargetPicker?: () => void }

/** A speaker or screen nearby: the browser's own picker (Remote Playback, AirPlay), shown only where there is something to pick. */
export function RemotePlay() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const [there, setThere] = useState(false)
  const audio: AirPlayAudio = engine.tables.playing.audio

  useEffect(() => {
    const onAirPlay = (event: Event) => setThere((event as Event & { availability?: string }).availability === 'available')
    audio.addEventListener('webkitplaybacktargetavailabilitychanged', onAirPlay)
    let watched: number | null = null
    audio.remote?.watchAvailability(setThere).then(
      (id) => {
        watched = id
      },
      () => undefined,
    )
    return () => {
      audio.removeEventListener('webkitplaybacktargetavailabilitychanged', onAirPlay)
      if (watched !== null) audio.remote.cancelWatchAvailability(watched).catch(() => undefined)
    }
  }, [audio])

  if (!there) return null
  const pick = () => {
    if (audio.webkitShowPlaybackTargetPicker) audio.webkitShowPlaybackTargetPicker()
    else audio.remote.prompt().catch(() => undefined)
  }
  return (
    <button type="button" className="pl-key" onClick={pick} aria-label={t('cast')}>
      <Icon name="cast" />
    </button>
  )
}
