import { playerSawPage, startPlayer } from '@residency/ui/player'
import { useEffect } from 'react'
import { isStudio } from '../document/is-studio.ts'

let started = false

/** Brings the player's light part to life once, and tells it of each page. The studio has none. */
export function usePlayer(path: string, signedIn: boolean): void {
  useEffect(() => {
    if (isStudio(path.split('?')[0] ?? '')) return
    if (!started) {
      started = true
      startPlayer({ signedIn })
    }
    playerSawPage()
  }, [path, signedIn])
}
