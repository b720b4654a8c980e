import type { PlayableView } from '../../site/views.ts'
import type { AccountApi, PlayerApi, PlayReport, SavedSound, SharedState } from './player-api.ts'
import { PlayerApiError } from './player-api.ts'

const patienceMs = 15_000

async function ask<T>(path: string, options: { method?: string; body?: unknown; keepalive?: boolean } = {}): Promise<T> {
  const response = await answer(path, options)
  return (response.status === 204 ? null : await response.json()) as T
}

async function answer(path: string, options: { method?: string; body?: unknown; keepalive?: boolean }): Promise<Response> {
  const { method = 'GET', body, keepalive = false } = options
  let response: Response
  try {
    response = await fetch(path, {
      method,
      keepalive,
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    throw new PlayerApiError('offline', `${path} could not be reached`)
  }
  if (response.status >= 400)
    throw new PlayerApiError(
      response.status < 500 && response.status !== 429 ? 'refused' : 'trouble',
      `${path} answered ${response.status}`,
    )
  return response
}

const playsBody = (plays: PlayReport[]): string => JSON.stringify({ plays, deviceNow: new Date().toISOString() })

/** The tenant's own host. `language` is asked for each time: a visitor may change it while something plays. */
export function httpApi(options: { language: () => string; signedIn: boolean }): PlayerApi {
  return {
    playable: (mixId, link) => {
      const search = new URLSearchParams({ lang: options.language(), ...(link ? { link } : {}) })
      return ask<PlayableView>(`/listen/${mixId}?${search}`)
    },
    peaks: async (path) => new Uint8Array(await (await answer(path, {})).arrayBuffer()),
    report: async (plays) => {
      const body = { plays, deviceNow: new Date().toISOString() }
      const { acknowledged } = await ask<{ acknowledged: { playId: string; seq: number }[] }>('/plays', { method: 'POST', body })
      return acknowledged
    },
    beacon: (plays) => {
      if (plays.length > 0) navigator.sendBeacon('/plays', playsBody(plays))
    },
    account: options.signedIn ? accountApi() : null,
  }
}

function accountApi(): AccountApi {
  return {
    savePosition: (mixId, positionMs, finished) =>
      ask(`/listening/positions/${mixId}`, { method: 'PUT', body: { positionMs: Math.round(positionMs), finished }, keepalive: true }),
    readState: () => ask<SharedState | null>('/listening/state'),
    writeState: (state) => ask<SharedState | null>('/listening/state', { method: 'PUT', body: state, keepalive: true }),
    follow: (listener) => follow(listener),
    listSounds: () => ask<SavedSound[]>('/listening/sound-presets'),
    saveSound: (name, settings) => ask<SavedSound>('/listening/sound-presets', { method: 'POST', body: { name, settings } }),
    deleteSound: (id) => ask(`/listening/sound-presets/${id}`, { method: 'DELETE' }),
  }
}

/** Server-sent events reconnect by themselves; a refusal (signed out, not built yet) ends them for good. */
function follow(listener: (state: SharedState) => void): () => void {
  const events = new EventSource('/listening/events')
  const onState = (event: MessageEvent<string>) => {
    try {
      listener(JSON.parse(event.data) as SharedState)
    } catch {
      // A line that is no state is a newer server's: the next page load understands it.
    }
  }
  events.addEventListener('state', onState)
  events.addEventListener('message', onState)
  return () => events.close()
}
